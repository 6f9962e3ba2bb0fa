import { formatDate, formatTime } from '@ezhili/sdk';

/** Day and hours: the end's day is left out when it is the same. */
export function span(from: string, to: string): string {
  const end = formatDate(from) === formatDate(to) ? formatTime(to).slice(-5) : formatTime(to);
  return `${formatTime(from)} – ${end}`;
}
