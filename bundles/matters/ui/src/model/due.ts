/** How far a due time is away, in the coarsest unit a person would say. */
export interface Distance {
  late: boolean;
  unit: 'minutes' | 'hours' | 'days';
  amount: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function distance(dueAt: string, now: number): Distance {
  const left = Date.parse(dueAt) - now;
  const away = Math.abs(left);
  const late = left < 0;
  if (away >= 2 * DAY) {
    return { late, unit: 'days', amount: Math.floor(away / DAY) };
  }
  if (away >= HOUR) {
    return { late, unit: 'hours', amount: Math.floor(away / HOUR) };
  }
  return { late, unit: 'minutes', amount: Math.floor(away / MINUTE) };
}
