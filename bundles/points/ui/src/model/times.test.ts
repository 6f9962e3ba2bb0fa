import { describe, expect, test } from 'vitest';
import { byTime, dayOf, instantOf, isHeld, isRunning, localOf, monthBeside, monthOf, seats, takesCheckIn, takesCheckOut } from './times';
import type { Activity, Shift } from './wire';

const shift = (startsAt: string, endsAt: string): Shift => ({ id: '1', startsAt, endsAt, quotas: [{ seats: 3, taken: 1 }, { skill: 'x', seats: 2, taken: 2 }] });
const activity = (id: string, startsAt: string, endsAt: string, state: Activity['state'] = 'published') =>
  ({ id, state, shifts: [shift(startsAt, endsAt)] }) as Activity;
const at = (text: string) => new Date(text);

describe('times', () => {
  test('a field is read on the district’s clock, wherever the reader sits', () => {
    expect(instantOf('2026-11-23T09:30')).toBe('2026-11-23T01:30:00.000Z');
    expect(localOf('2026-11-23T01:30:00Z')).toBe('2026-11-23T09:30');
    expect(localOf(instantOf('2026-12-31T23:59'))).toBe('2026-12-31T23:59');
  });

  test('the month turns with the district’s midnight', () => {
    expect(monthOf(at('2026-11-30T15:59:59Z'))).toBe('2026-11');
    expect(monthOf(at('2026-11-30T16:00:00Z'))).toBe('2026-12');
    expect(dayOf(at('2026-11-30T16:00:00Z'))).toBe('2026-12-01');
  });

  test('months go over the end of the year', () => {
    expect(monthBeside('2026-12', 1)).toBe('2027-01');
    expect(monthBeside('2026-01', -1)).toBe('2025-12');
    expect(monthBeside('2026-06', -1)).toBe('2026-05');
  });

  test('one checks in from half an hour before the start to the end, and out until two hours after it', () => {
    const one = shift('2026-11-23T01:00:00Z', '2026-11-23T03:00:00Z');
    expect(takesCheckIn(one, at('2026-11-23T00:29:59Z'))).toBe(false);
    expect(takesCheckIn(one, at('2026-11-23T00:30:00Z'))).toBe(true);
    expect(takesCheckIn(one, at('2026-11-23T03:00:00Z'))).toBe(false);
    expect(takesCheckOut(one, at('2026-11-23T04:59:59Z'))).toBe(true);
    expect(takesCheckOut(one, at('2026-11-23T05:00:00Z'))).toBe(false);
    expect(isRunning(one, at('2026-11-23T01:00:00Z'))).toBe(true);
  });

  test('hours are being looked into when the day is past on which they were to count, on the district’s clock', () => {
    const counts = '2026-11-25T16:00:00Z';
    expect(isHeld(counts, at('2026-11-25T15:59:59Z'))).toBe(false);
    expect(isHeld(counts, at('2026-11-26T15:59:59Z'))).toBe(false);
    expect(isHeld(counts, at('2026-11-26T16:00:00Z'))).toBe(true);
  });

  test('what one can still come to stands first, the next one at the top; what is cancelled or over follows', () => {
    const now = at('2026-11-23T00:00:00Z');
    const list = [
      activity('past', '2026-11-20T01:00:00Z', '2026-11-20T02:00:00Z'),
      activity('later', '2026-11-25T01:00:00Z', '2026-11-25T02:00:00Z'),
      activity('called off', '2026-11-24T01:00:00Z', '2026-11-24T02:00:00Z', 'cancelled'),
      activity('next', '2026-11-23T01:00:00Z', '2026-11-23T02:00:00Z'),
    ];
    expect(byTime(list, now).map((one) => one.id)).toEqual(['next', 'later', 'called off', 'past']);
    expect(seats(list[0]!.shifts[0]!)).toBe(5);
  });
});
