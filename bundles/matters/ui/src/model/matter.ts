/** What the matters module says on the wire: the shapes of `/api/matters/v1`. */

export const STATES = [
  'reported',
  'accepted',
  'dispatched',
  'in-hand',
  'handled',
  'verified',
  'closed',
  'rejected',
  'cancelled',
] as const;
export type State = (typeof STATES)[number];

export const ACTIONS = [
  'accept',
  'dispatch',
  'take',
  'hand-in',
  'verify',
  'close',
  'transfer',
  'rework',
  'escalate',
  'reject',
  'cancel',
] as const;
export type Action = (typeof ACTIONS)[number];

export interface Matter {
  id: string;
  category: string;
  description: string;
  state: State;
  tier?: string | null;
  area: string;
  areaName?: string | null;
  lon?: number | null;
  lat?: number | null;
  reporter?: string | null;
  reporterName?: string | null;
  handler?: string | null;
  handlerName?: string | null;
  reportedAt: string;
  dueAt?: string | null;
  overdue: boolean;
  version: number;
  photos?: string[];
}

export interface Limit {
  amount: number;
  unit: string;
}

export interface OpenMatter extends Matter {
  /** How the due time came about: the limit that it was filed under, and from when that is counted. */
  dueBecause?: { limit: Limit; start: string; rule?: string } | null;
  actions: Action[];
  actionNeeds?: Partial<Record<Action, string[]>>;
}

export interface Step {
  at: string;
  actor?: string | null;
  actorName?: string | null;
  action: string;
  from?: State | null;
  to: State;
  handler?: string | null;
  handlerName?: string | null;
  reason?: string | null;
  note?: string | null;
  photos?: string[];
}

export interface Candidate {
  account: string;
  name: string;
  role: string;
}

export interface Category {
  code: string;
  name: { zh: string; en: string };
  parent?: string | null;
  limit?: Limit | null;
  priority?: string | number | null;
}

export interface Counters {
  states: Partial<Record<State, number>>;
  overdue: number;
  mine: number;
}


/** The road a matter takes when nothing goes wrong. */
export const ROAD: readonly State[] = [
  'reported',
  'accepted',
  'dispatched',
  'in-hand',
  'handled',
  'verified',
  'closed',
];

/** Nothing more happens to a matter in these states. */
export function isOver(state: State): boolean {
  return state === 'closed' || state === 'rejected' || state === 'cancelled';
}

/** The clock of the time limit matters: somebody still owes work. */
export function owesWork(state: State): boolean {
  return state === 'reported' || state === 'accepted' || state === 'dispatched' || state === 'in-hand';
}

/**
 * Where on the road a matter stands: how many steps are done. One that left the road stands where its history last saw it.
 */
export function stepsDone(state: State, history: readonly Step[]): number {
  const here = ROAD.indexOf(state);
  if (here >= 0) {
    return here;
  }
  const last = [...history].reverse().find((step) => step.from && ROAD.includes(step.from));
  return last?.from ? ROAD.indexOf(last.from) : 0;
}

/** When a matter last came into each state, by state. */
export function reachedAt(history: readonly Step[]): Partial<Record<State, string>> {
  const times: Partial<Record<State, string>> = {};
  for (const step of history) {
    times[step.to] = step.at;
  }
  return times;
}
