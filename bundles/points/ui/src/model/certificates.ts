/** The letters and digits of codes: none that is taken for another. */
const CODE = /^[2-9A-HJ-NP-RTUWXY]{16}$/;

/** The code that somebody has copied from a paper, however they have written it; nothing if it can't be one. */
export function codeOf(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '');
  return CODE.test(code) ? code : undefined;
}

/** As it stands on the paper. */
export const grouped = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** As on the paper: at most one decimal, rounded down. */
export function certifiedHours(minutes: number): string {
  return String(Math.floor((minutes * 10) / 60) / 10);
}
