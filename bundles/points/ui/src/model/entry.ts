import { t } from '../texts';
import type { Entry } from './wire';

/** What a line of a statement is about, in words. */
export function about(entry: Entry): string {
  const [kind = '', rest = ''] = entry.source.split(/:(.*)/s);
  switch (kind) {
    case 'checkin':
    case 'signup':
      return t('source.service');
    case 'voucher':
      return t('source.voucher');
    case 'matter':
      return t('source.matter');
    case 'suggestion':
      return t('source.suggestion');
    case 'contribution':
      return t('source.contribution');
    case 'correction':
      return t('source.correction', { reason: rest.replace(/^\d+ /, '') });
    case 'past':
      return t('source.service');
    default:
      return t('source.other');
  }
}

/** With its sign, so that it is read without colour. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '\u2212');
}

export function inHours(minutes: number): string {
  return (Math.round(minutes / 6) / 10).toLocaleString('en', { maximumFractionDigits: 1 });
}
