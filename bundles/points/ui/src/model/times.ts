import type { Activity, Shift } from './wire';

const MINUTE = 60_000;
const EARLY = 30 * MINUTE;
const LATE = 120 * MINUTE;
const ON_PAPER = 7 * 24 * 60 * MINUTE;

/** The month that the district's calendar shows at a moment, `2026-11`. */
export const monthOf = (moment: Date) => localOf(moment).slice(0, 7);

/** The day, `2026-11-23`. */
export const dayOf = (moment: Date) => localOf(moment).slice(0, 10);

/** The month before (-1) or after (1). */
export function monthBeside(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + step;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** What a field of date and time holds, read on the district's clock (no daylight saving there). */
export function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString();
}

/** The same the other way: what the field shows for a moment. */
export function localOf(moment: string | Date): string {
  return new Date(new Date(moment).getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 16);
}

export const isOver = (shift: Shift, now: Date) => new Date(shift.endsAt) <= now;
export const isRunning = (shift: Shift, now: Date) => new Date(shift.startsAt) <= now && !isOver(shift, now);
export const takesCheckIn = (shift: Shift, now: Date) => now.getTime() >= new Date(shift.startsAt).getTime() - EARLY && !isOver(shift, now);
export const takesCheckOut = (shift: Shift, now: Date) =>
  now.getTime() >= new Date(shift.startsAt).getTime() - EARLY && now.getTime() < new Date(shift.endsAt).getTime() + LATE;

/** A list on paper is entered when the shift is over, within a week. */
export const takesPaper = (shift: Shift, now: Date) => isOver(shift, now) && now.getTime() < new Date(shift.endsAt).getTime() + ON_PAPER;

/** Hours that are public still although the day has passed on which they were to count: something about them is being looked into. */
export const isHeld = (countsAt: string, now: Date) => dayOf(new Date(countsAt)) < dayOf(now);

/** When the first shift that is not over begins; nothing when all are. */
export function nextStart(activity: Activity, now: Date): string | undefined {
  return activity.shifts.find((shift) => !isOver(shift, now))?.startsAt;
}

/** Activities that one can still come to, the next one first; then those that are over, the latest first. */
export function byTime(all: readonly Activity[], now: Date): Activity[] {
  const end = (one: Activity) => one.shifts[one.shifts.length - 1]?.endsAt ?? '';
  const ahead = all.filter((one) => nextStart(one, now) && one.state === 'published');
  const rest = all.filter((one) => !ahead.includes(one));
  return [
    ...ahead.sort((a, b) => nextStart(a, now)!.localeCompare(nextStart(b, now)!)),
    ...rest.sort((a, b) => end(b).localeCompare(end(a))),
  ];
}

export const seats = (shift: Shift) => shift.quotas.reduce((sum, quota) => sum + quota.seats, 0);
export const taken = (shift: Shift) => shift.quotas.reduce((sum, quota) => sum + quota.taken, 0);
