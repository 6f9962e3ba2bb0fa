import { describe, expect, test } from 'vitest';
import zh from '../locales/zh.json';
import { activityDraft, activityFaults, newReward, newShift, nextMeeting, rewardDraft, type ActivityForm } from './draft';

const good = (): ActivityForm => ({
  area: '340603002001',
  title: ' Cleaning ',
  description: 'Of the river bank',
  category: 'environment',
  place: { lon: 116.8, lat: 33.9 },
  fence: 200,
  shifts: [newShift()],
});

describe('an activity’s form', () => {
  test('is sent as it was filled in, without what surrounds the words', () => {
    expect([...activityFaults(good())]).toEqual([]);
    const draft = activityDraft(good());
    expect(draft.title).toBe('Cleaning');
    expect(draft.shifts[0]!.quotas).toEqual([{ skill: undefined, seats: 10 }]);
    expect(draft.shifts[0]!.startsAt).toMatch(/T01:00:00.000Z$/);
  });

  test('says what is missing', () => {
    const empty: ActivityForm = { area: '340603', title: ' ', description: '', category: '', place: null, fence: 100, shifts: [] };
    expect([...activityFaults(empty)].sort()).toEqual(['area', 'category', 'description', 'place', 'shifts', 'title']);
  });

  test('a shift that ends before it begins, is over, or names a skill twice is a fault', () => {
    const shift = newShift();
    expect(activityFaults({ ...good(), shifts: [{ ...shift, endsAt: shift.startsAt }] }).has('shifts')).toBe(true);
    expect(activityFaults({ ...good(), shifts: [{ ...shift, startsAt: '2020-01-01T09:00', endsAt: '2020-01-01T10:00' }] }).has('shifts')).toBe(true);
    expect(activityFaults({ ...good(), shifts: [{ ...shift, quotas: [{ skill: 'a', seats: 1 }, { skill: ' a', seats: 2 }] }] }).has('quotas')).toBe(true);
    expect(activityFaults({ ...good(), shifts: [{ ...shift, quotas: [{ skill: 'First aid', seats: 1 }, { skill: zh.skills.offered.split('/')[0]!, seats: 2 }] }] }).has('quotas')).toBe(true);
    expect(activityFaults({ ...good(), shifts: [{ ...shift, quotas: [{ skill: '', seats: 0 }] }] }).has('quotas')).toBe(true);
  });

  test('the next shift begins where the last one ends', () => {
    const first = newShift();
    expect(newShift(first).startsAt).toBe(first.endsAt);
  });
});

describe('a reward’s form', () => {
  test('goods have no meetings; a course meets week by week', () => {
    const form = newReward('340603002', 'course');
    form.meetings = [nextMeeting(form)];
    form.meetings.push(nextMeeting(form));
    expect(new Date(form.meetings[1]!.startsAt).getTime() - new Date(form.meetings[0]!.startsAt).getTime()).toBe(7 * 86_400_000);
    expect(rewardDraft(form).meetings).toHaveLength(2);
    expect(rewardDraft({ ...form, kind: 'goods' }).meetings).toEqual([]);
  });
});
