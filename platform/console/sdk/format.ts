import { language, useTexts } from './texts';

/** The district's clock, wherever the reader sits. */
export const ZONE = 'Asia/Shanghai';

const { t } = useTexts('sdk');
const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language() === 'zh' ? 'zh-CN' : 'en-GB';
  const key = locale + JSON.stringify(style);
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hourCycle: 'h23', ...style });
    formats.set(key, known);
  }
  return known;
}

type Moment = string | Date | null | undefined;
const valid = (moment: Moment): Date | null => {
  const date = moment ? new Date(moment) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
};

/** 2026-11-23 12:51, as the district's clock shows it; '' for no time. */
export function formatTime(moment: Moment): string {
  const date = valid(moment);
  return date
    ? format({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).format(date).replace(',', '')
    : '';
}

export function formatDate(moment: Moment): string {
  const date = valid(moment);
  return date ? format({ year: 'numeric', month: '2-digit', day: '2-digit' }).format(date) : '';
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3 hours ago", "in 2 days": the distance from now, in the largest unit that says enough. */
export function formatDistance(moment: Moment, now: Date = new Date()): string {
  const date = valid(moment);
  if (!date) {
    return '';
  }
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size < MINUTE) {
    return t('now');
  }
  const relative = new Intl.RelativeTimeFormat(language() === 'zh' ? 'zh-CN' : 'en', { numeric: 'always' });
  if (size < HOUR) {
    return relative.format(Math.round(seconds / MINUTE), 'minute');
  }
  if (size < 2 * DAY) {
    return relative.format(Math.round(seconds / HOUR), 'hour');
  }
  return relative.format(Math.round(seconds / DAY), 'day');
}

export function formatNumber(number: number): string {
  return new Intl.NumberFormat(language() === 'zh' ? 'zh-CN' : 'en').format(number);
}
