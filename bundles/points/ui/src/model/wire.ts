/** What the points module says on the wire: the shapes of `/api/points/v1`. */

export interface Lot {
  street: string;
  streetName: string;
  amount: number;
  remaining: number;
  until: string;
}

export interface Account {
  available: number;
  held: number;
  debt: number;
  lots: Lot[];
}

export interface Entry {
  id: string;
  at: string;
  kind: string;
  /** Effect on what can be spent. */
  points: number;
  amount: number;
  source: string;
  street: string;
  owner?: string | null;
  ownerName?: string | null;
}

export interface Statement {
  month: string;
  opening: number;
  closing: number;
  effects: Record<string, number>;
}

export type VolunteerState = 'applied' | 'approved' | 'refused' | 'left';

export interface Volunteer {
  id: string;
  account: string;
  name?: string;
  area: string;
  areaName?: string;
  kind: string;
  state: VolunteerState;
  skills: string[];
  minutes: number;
  stars: number;
  appliedAt: string;
  reason?: string;
}

/** What anybody is told who has a certificate's code; of the name no more than its first character. */
export interface CertificateCheck {
  name: string;
  streetName?: string;
  minutes: number;
  stars: number;
  services: number;
  issuedAt: string;
  /** Some of the hours have been struck since when it is false. */
  holds: boolean;
}

/** A volunteer to choose. */
export interface Candidate {
  account: string;
  name?: string;
  area: string;
  areaName?: string;
}

export interface OwnVolunteer {
  items: Volunteer[];
  minutes: number;
  stars: number;
}

export interface Quota {
  skill?: string;
  seats: number;
  taken: number;
}

export interface Shift {
  id: string;
  startsAt: string;
  endsAt: string;
  quotas: Quota[];
}

export type SignupState = 'waiting' | 'seated' | 'present' | 'served' | 'counted' | 'struck' | 'left' | 'cancelled';

export interface Signup {
  id: string;
  activity: string;
  /** Of the activity. */
  title: string;
  shift: string;
  /** Of the shift. */
  startsAt: string;
  endsAt: string;
  skill?: string;
  account: string;
  name?: string;
  state: SignupState;
  checkedInAt?: string;
  checkedOutAt?: string;
  minutes: number;
  countsAt?: string;
}

export interface Activity {
  id: string;
  area: string;
  areaName?: string;
  title: string;
  description: string;
  category: string;
  lon: number;
  lat: number;
  fence: number;
  state: 'published' | 'cancelled';
  reason?: string;
  publishedAt: string;
  shifts: Shift[];
  /** How far away it is, when the reader has said where they are. */
  metres?: number;
  mine?: Signup[];
}

export interface ActivityDraft {
  area: string;
  title: string;
  description: string;
  category: string;
  lon: number;
  lat: number;
  fence: number;
  shifts: { startsAt: string; endsAt: string; quotas: { skill?: string; seats: number }[] }[];
}

export interface CheckInCode {
  code: string;
  digits: string;
  shownUntil: string;
}

export interface Hours {
  id: string;
  name: string;
  activity: string;
  title: string;
  street: string;
  servedAt: string;
  minutes: number;
  countsAt: string;
}

export interface Anomaly {
  id: string;
  kind: 'travel' | 'device' | 'circle' | 'objection';
  state: 'open' | 'upheld' | 'cleared';
  street: string;
  account: string;
  name?: string;
  other?: string;
  otherName?: string;
  /** The check-in that it is about, where it is about one. */
  signup?: string;
  metres?: number;
  seconds?: number;
  times?: number;
  reason?: string;
  foundAt: string;
  judgedAt?: string;
  note?: string;
}

export interface Certificate {
  id: string;
  code: string;
  minutes: number;
  issuedAt: string;
}

/** What was scanned, where, and on which phone. */
export interface Presence {
  code: string;
  device?: string;
  lon: number;
  lat: number;
}

export interface Meeting {
  id: string;
  startsAt: string;
  endsAt: string;
  place: string;
  cancelled: boolean;
}

export interface Reward {
  id: string;
  area: string;
  areaName?: string;
  kind: 'goods' | 'course';
  title: string;
  description: string;
  price: number;
  stock: number;
  remaining: number;
  waiting: number;
  perPerson: number;
  opensAt: string;
  closesAt: string;
  collectDays: number;
  picture?: string;
  offered: boolean;
  withdrawn: boolean;
  open: boolean;
  version: number;
  meetings: Meeting[];
}

export interface RewardDraft {
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
  picture?: string;
  offered: boolean;
  version?: number;
  meetings: { id?: string; startsAt: string; endsAt: string; place: string }[];
}

export type VoucherState = 'held' | 'collected' | 'cancelled' | 'expired';

export interface Voucher {
  id: string;
  reward: string;
  title: string;
  area: string;
  areaName?: string;
  price: number;
  state: VoucherState;
  code?: string;
  ownerName?: string;
  redeemedAt: string;
  cancelUntil: string;
  expiresAt: string;
  endedAt?: string;
  actions: string[];
}

export interface Pass {
  pass: string;
  until: string;
}

export interface Rule {
  kind: string;
  category?: string;
  points: number;
  per: number;
  dailyCap: number;
  monthlyCap: number;
}

export interface RuleBook {
  version?: number;
  effectiveFrom: string;
  lifeMonths: number;
  dailyCap: number;
  monthlyCap: number;
  rules: Rule[];
}

export interface DryRun {
  from: string;
  to: string;
  given: number;
  would: number;
  items: { kind: string; occasions: number; given: number; would: number; capped: number }[];
}

export interface Budget {
  year: number;
  amount: number;
  given: number;
  left: number;
}

export interface Fairness {
  street: string;
  name: string;
  budget?: Budget | null;
  given: number;
  redeemed: number;
  expired: number;
  inHands: number;
  rules?: RuleBook | null;
}

export interface StreetLedger {
  street: string;
  name: string;
  given: number;
  held: number;
  redeemed: number;
  expired: number;
  inHands: number;
  months: { month: string; given: number; redeemed: number; expired: number }[];
}

export const OCCASIONS = ['service', 'report-accepted', 'report-resolved', 'suggestion', 'contribution'] as const;

/** What the reader is in a team. */
export type Standing = 'leader' | 'member' | 'asked' | 'none';

export interface Team {
  id: string;
  area: string;
  areaName?: string;
  name: string;
  leader?: string;
  leaderName?: string;
  members: number;
  minutes: number;
  mine: Standing;
  requests?: number;
}

/** A member as the other members see them. */
export interface Mate {
  name?: string;
  leader: boolean;
}

/** What became of one member when the team was signed up. */
export interface TeamSignup {
  account: string;
  name?: string;
  state?: SignupState;
  refusal?: string;
}

export interface Notice {
  id: string;
  kind: string;
  area: string;
  areaName?: string;
  subject?: string;
  title: string;
  /** Given by whoever has decided it. */
  reason?: string | null;
  points?: number;
  due?: string;
  toldAt: string;
  read: boolean;
}
