import { localOf, instantOf } from './times';
import type { ActivityDraft, Reward, RewardDraft } from './wire';
import { stored } from './words';

/** What stands in the form of an activity: times as the fields show them. */
export interface ShiftForm {
  startsAt: string;
  endsAt: string;
  quotas: { skill: string; seats: number }[];
}

export interface ActivityForm {
  area: string | null;
  title: string;
  description: string;
  category: string;
  place: { lon: number; lat: number } | null;
  fence: number;
  shifts: ShiftForm[];
}

const HOUR = 3_600_000;

export function newShift(after?: ShiftForm): ShiftForm {
  // the next shift begins where the last one ends; the first one tomorrow at nine
  const start = after ? new Date(instantOf(after.endsAt)) : new Date(instantOf(`${localOf(new Date(Date.now() + 24 * HOUR)).slice(0, 10)}T09:00`));
  return { startsAt: localOf(start), endsAt: localOf(new Date(start.getTime() + 2 * HOUR)), quotas: [{ skill: '', seats: after?.quotas[0]?.seats ?? 10 }] };
}

export type ActivityFault = 'area' | 'title' | 'description' | 'category' | 'place' | 'shifts' | 'quotas';

/** What is missing or makes no sense, field by field. */
export function activityFaults(form: ActivityForm, now = new Date()): Set<ActivityFault> {
  const faults = new Set<ActivityFault>();
  if (!form.area || form.area.length < 9) faults.add('area');
  if (!form.title.trim()) faults.add('title');
  if (!form.description.trim()) faults.add('description');
  if (!form.category.trim()) faults.add('category');
  if (!form.place) faults.add('place');
  if (!form.shifts.length || form.shifts.some((one) => !one.startsAt || !one.endsAt || one.endsAt <= one.startsAt || new Date(instantOf(one.endsAt)) <= now)) faults.add('shifts');
  const skills = (one: ShiftForm) => one.quotas.map((quota) => stored(quota.skill));
  if (form.shifts.some((one) => !one.quotas.length || one.quotas.some((quota) => !(quota.seats >= 1)) || new Set(skills(one)).size < one.quotas.length)) faults.add('quotas');
  return faults;
}

export function activityDraft(form: ActivityForm): ActivityDraft {
  return {
    area: form.area!,
    title: form.title.trim(),
    description: form.description.trim(),
    category: stored(form.category),
    lon: form.place!.lon,
    lat: form.place!.lat,
    fence: form.fence,
    shifts: form.shifts.map((one) => ({
      startsAt: instantOf(one.startsAt),
      endsAt: instantOf(one.endsAt),
      quotas: one.quotas.map((quota) => ({ skill: stored(quota.skill) || undefined, seats: quota.seats })),
    })),
  };
}

export interface MeetingForm {
  id?: string;
  startsAt: string;
  endsAt: string;
  place: string;
}

export interface RewardForm {
  area: string;
  kind: 'goods' | 'course';
  title: string;
  description: string;
  price: number;
  stock: number;
  perPerson: number;
  opensAt: string;
  closesAt: string;
  collectDays: number;
  pictures: string[];
  offered: boolean;
  meetings: MeetingForm[];
}

const DAY = 24 * HOUR;

export function newReward(area: string, kind: 'goods' | 'course'): RewardForm {
  const now = Date.now();
  return {
    area,
    kind,
    title: '',
    description: '',
    price: 50,
    stock: 20,
    perPerson: 1,
    opensAt: localOf(new Date(now)),
    closesAt: localOf(new Date(now + 90 * DAY)),
    collectDays: 30,
    pictures: [],
    offered: true,
    meetings: [],
  };
}

export function rewardForm(reward: Reward): RewardForm {
  return {
    ...reward,
    opensAt: localOf(reward.opensAt),
    closesAt: localOf(reward.closesAt),
    pictures: reward.picture ? [reward.picture] : [],
    meetings: reward.meetings.filter((one) => !one.cancelled).map((one) => ({ id: one.id, place: one.place, startsAt: localOf(one.startsAt), endsAt: localOf(one.endsAt) })),
  };
}

export function rewardDraft(form: RewardForm, version?: number): RewardDraft {
  return {
    area: form.area,
    kind: form.kind,
    title: form.title.trim(),
    description: form.description.trim(),
    price: form.price,
    stock: form.stock,
    perPerson: form.perPerson,
    opensAt: instantOf(form.opensAt),
    closesAt: instantOf(form.closesAt),
    collectDays: form.collectDays,
    picture: form.pictures[0],
    offered: form.offered,
    version,
    meetings: form.kind === 'course' ? form.meetings.map((one) => ({ id: one.id, startsAt: instantOf(one.startsAt), endsAt: instantOf(one.endsAt), place: one.place.trim() })) : [],
  };
}

/** Course meetings once a week after the last one. */
export function nextMeeting(form: RewardForm): MeetingForm {
  const last = form.meetings[form.meetings.length - 1];
  const start = last ? new Date(new Date(instantOf(last.startsAt)).getTime() + 7 * DAY) : new Date(new Date(instantOf(form.closesAt)).getTime() + DAY);
  const end = last ? new Date(new Date(instantOf(last.endsAt)).getTime() + 7 * DAY) : new Date(start.getTime() + 2 * HOUR);
  return { startsAt: localOf(start), endsAt: localOf(end), place: last?.place ?? '' };
}
