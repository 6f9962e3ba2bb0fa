/** What a QR code at an activity says: the page to check in at, with the code. Any phone's camera opens it. */
const PARAMETER = 'code';

export function addressOf(activity: string, code: string, origin = location.origin): string {
  return `${origin}/m/points/check-in?activity=${encodeURIComponent(activity)}&${PARAMETER}=${encodeURIComponent(code)}`;
}

export interface Scanned {
  activity?: string;
  code: string;
}

/** What was scanned: an address of ours, or the code alone. */
export function scannedCode(text: string): Scanned {
  try {
    const address = new URL(text.trim());
    const code = address.searchParams.get(PARAMETER);
    if (code) {
      return { code, activity: address.searchParams.get('activity') ?? undefined };
    }
  } catch {
    // no address: the code itself
  }
  return { code: text.trim() };
}

const DIGITS = 8;

/** What is sent for what was typed: eight digits belong to an activity, anything else is a whole code. */
export function typedCode(text: string, activity: string | undefined): string {
  const digits = text.replace(/[\s-]/g, '');
  return activity && /^\d+$/.test(digits) && digits.length === DIGITS ? `${activity}:${digits}` : text.trim();
}

/** In two groups of four: easier to read from afar and to type. */
export const grouped = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** What a counter scans or types: a signed pass, or a voucher's code. */
export function shownAt(text: string): { code?: string; pass?: string } {
  const shown = text.trim();
  return shown.startsWith('EZV1.') ? { pass: shown } : { code: shown.toUpperCase() };
}
