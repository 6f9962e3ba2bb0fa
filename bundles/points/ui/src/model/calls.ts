import { api, type Page, type Place } from '@ezhili/sdk';
import type { CounterKey } from './offlineCounter';
import type {
  Account,
  Activity,
  ActivityDraft,
  Anomaly,
  Budget,
  Candidate,
  Certificate,
  CertificateCheck,
  CheckInCode,
  DryRun,
  Entry,
  Fairness,
  Hours,
  Mate,
  Notice,
  OwnVolunteer,
  Pass,
  Presence,
  Reward,
  RewardDraft,
  RuleBook,
  Signup,
  Statement,
  StreetLedger,
  Team,
  TeamSignup,
  Volunteer,
  Voucher,
} from './wire';

const BASE = '/api/points/v1';
const at = (...parts: string[]) => [BASE, ...parts.map(encodeURIComponent)].join('/');
const noted = (when?: string) => (when ? `?at=${encodeURIComponent(when)}` : '');

export type Query = Record<string, string | number | undefined>;

export const account = () => api.get<Account>(at('account'));
export const entries = (month: string, cursor?: string) => api.get<Page<Entry>>(at('account', 'entries'), { month, cursor, limit: 50 });
export const statement = (month: string) => api.get<Statement>(at('account', 'statements', month));
export const statementPdf = (month: string) => at('account', 'statements', month, 'pdf');

export const me = () => api.get<OwnVolunteer>(at('volunteers', 'me'));
export const applyAsVolunteer = (body: { area: string; kind: string; skills: string[] }, idempotencyKey: string) => api.post<Volunteer>(at('volunteers'), body, { idempotencyKey });
export const leaveVolunteers = (id: string) => api.delete(at('volunteers', id));
export const certificates = () => api.get<Page<Certificate>>(at('certificates'), { limit: 20 });
export const certificate = (idempotencyKey: string) => api.post<Certificate>(at('certificates'), {}, { idempotencyKey });
export const certificateFor = (volunteer: string, idempotencyKey: string) => api.post<Certificate>(at('certificates'), { volunteer }, { idempotencyKey });
export const checkCertificate = (code: string) => api.get<CertificateCheck>(at('certificates', 'checks', code));
export const certificatePdf = (id: string) => at('certificates', id, 'pdf');
export const objectTo = (hours: string, reason: string) => api.post<void>(at('hours', hours, 'objections'), { reason });
export const eraseMe = (account: string) => api.post<void>(at('erasures'), { account });
export const candidates = (area: string, search: string, cursor?: string) => api.get<Page<Candidate>>(at('volunteers', 'candidates'), { area, search, cursor, limit: 30 });
export const volunteers = (query: Query) => api.get<Page<Volunteer>>(at('volunteers'), query);
export const decide = (id: string, approved: boolean, reason?: string) => api.post<Volunteer>(at('volunteers', id, 'decision'), { approved, reason });

export const setSkills = (id: string, skills: string[]) => api.put<Volunteer>(at('volunteers', id, 'skills'), { skills });

export const teams = (query: Query) => api.get<Page<Team>>(at('teams'), query);
export const team = (id: string) => api.get<Team>(at('teams', id));
export const foundTeam = (body: { area: string; name: string; leader: string }, idempotencyKey: string) => api.post<Team>(at('teams'), body, { idempotencyKey });
export const renameTeam = (id: string, name: string) => api.put<Team>(at('teams', id), { name });
export const dissolveTeam = (id: string) => api.delete(at('teams', id));
export const leadTeam = (id: string, leader: string) => api.put<Team>(at('teams', id, 'leader'), { leader });
export const teamMembers = (id: string, cursor?: string) => api.get<Page<Volunteer>>(at('teams', id, 'members'), { cursor, limit: 50 });
export const teamMates = (id: string, cursor?: string) => api.get<Page<Mate>>(at('teams', id, 'roster'), { cursor, limit: 50 });
export const addMember = (id: string, account: string) => api.put<void>(at('teams', id, 'members', account));
export const removeMember = (id: string, account: string) => api.delete(at('teams', id, 'members', account));
export const teamRequests = (id: string, cursor?: string) => api.get<Page<Volunteer>>(at('teams', id, 'requests'), { cursor, limit: 50 });
export const askToJoin = (id: string, account: string) => api.put<void>(at('teams', id, 'requests', account));
export const endRequest = (id: string, account: string) => api.delete(at('teams', id, 'requests', account));
export const signUpTeam = (id: string, body: { shift: string; skill?: string }, idempotencyKey: string) =>
  api.post<Page<TeamSignup>>(at('teams', id, 'signups'), body, { idempotencyKey });

export const notices = (cursor?: string) => api.get<Page<Notice>>(at('notices'), { cursor, limit: 30 });
export const unreadNotices = () => api.get<{ unread: number }>(at('notices', 'unread'));
export const readNotice = (id: string) => api.put<void>(at('notices', id, 'read'));
export const readNotices = (upTo: string) => api.put<void>(at('notices', 'read'), { upTo });

export const activities = (query: Query = {}) => api.get<Page<Activity>>(at('activities'), query);
/** What is still to come: nearest first with a place, otherwise what is over soonest first. */
export const activitiesNear = (here?: Place | null) => api.get<Page<Activity>>(at('activities', 'near'), { lon: here?.lon, lat: here?.lat });
/** All of an area, with what is over. */
export const activitiesOf = (area: string) => api.all<Activity>(at('activities'), { area });
export const activity = (id: string) => api.get<Activity>(at('activities', id));
export const publish = (draft: ActivityDraft, idempotencyKey: string) => api.post<Activity>(at('activities'), draft, { idempotencyKey });
export const cancelActivity = (id: string, reason: string) => api.post<Activity>(at('activities', id, 'cancellation'), { reason });
export const checkInCode = (id: string) => api.get<CheckInCode>(at('activities', id, 'code'));
export const signupsOf = (id: string) => api.all<Signup>(at('activities', id, 'signups'));

export const ownSignups = (cursor?: string) => api.get<Page<Signup>>(at('signups'), { cursor, limit: 50 });
/** One's own that still want something: to be waited for, to be checked in or out; soonest first. */
export const openSignups = () => api.get<Page<Signup>>(at('signups'), { open: 'true', limit: 50 });
export const signUp = (shift: string, skill: string | undefined, idempotencyKey: string) => api.post<Signup>(at('signups'), { shift, skill }, { idempotencyKey });
export const enlist = (body: { shift: string; skill?: string; account: string }, idempotencyKey: string) => api.post<Signup>(at('signups'), body, { idempotencyKey });
export const leaveShift = (id: string) => api.delete(at('signups', id));
export const checkInFor = (id: string, when?: string) => api.post<Signup>(at('signups', id, 'check-in') + noted(when));
export const checkOutFor = (id: string, when?: string) => api.post<Signup>(at('signups', id, 'check-out') + noted(when));
export const strike = (id: string, reason: string) => api.post<Signup>(at('signups', id, 'strike'), { reason });
export const checkIn = (body: Presence) => api.post<Signup>(at('check-ins'), body);
export const checkOut = (body: Presence) => api.post<Signup>(at('check-outs'), body);
export const hours = (query: Query) => api.get<Page<Hours>>(at('hours'), query);
export const judge = (id: string, upheld: boolean, note: string) => api.post<Anomaly>(at('anomalies', id, 'judgement'), { upheld, note });
export const anomalySignups = (id: string) => api.get<Page<Signup>>(at('anomalies', id, 'signups'));
export const anomalies = (query: Query) => api.get<Page<Anomaly>>(at('anomalies'), query);

export const rewards = (query: Query = {}) => api.get<Page<Reward>>(at('rewards'), query);
export const reward = (id: string) => api.get<Reward>(at('rewards', id));
export const offer = (draft: RewardDraft, idempotencyKey: string) => api.post<Reward>(at('rewards'), draft, { idempotencyKey });
export const changeReward = (id: string, draft: RewardDraft) => api.put<Reward>(at('rewards', id), draft);
export const withdrawReward = (id: string, version: number) => api.post<Reward>(at('rewards', id, 'withdrawal'), { version });
export const rewardCalendar = (id: string) => at('rewards', id, 'calendar');
export const pictureUrl = (reward: Reward, size: 'picture' | 'thumbnail') => `${at('rewards', reward.id, size)}?of=${reward.picture ?? ''}`;
export const uploadPicture = (picture: Blob) => api.upload<{ id: string }>(at('pictures'), picture, picture.type || 'image/jpeg');

export const redeem = (reward: Reward, idempotencyKey: string) =>
  api.post<Voucher>(at('vouchers'), { reward: reward.id, price: reward.price }, { idempotencyKey });
export const vouchers = (query: Query = {}) => api.get<Page<Voucher>>(at('vouchers'), query);
export const voucher = (id: string) => api.get<Voucher>(at('vouchers', id));
export const cancelVoucher = (id: string, idempotencyKey: string) => api.post<Voucher>(at('vouchers', id, 'cancellation'), undefined, { idempotencyKey });
export const showPass = (id: string) => api.post<Pass>(at('vouchers', id, 'pass'));
export const voucherCalendar = (id: string) => at('vouchers', id, 'calendar');
export const place = (reward: string) => api.get<{ place: number }>(at('waiting', reward));
export const joinQueue = (reward: string) => api.put<{ place: number }>(at('waiting', reward));
export const leaveQueue = (reward: string) => api.delete(at('waiting', reward));

export const counterKey = () => api.get<CounterKey>(at('counter', 'key'));
export const lookAtVoucher = (code: string) => api.get<Voucher>(at('counter', 'vouchers', code));
export const collect = (shown: { code?: string; pass?: string }, idempotencyKey: string) =>
  api.post<Voucher>(at('counter', 'collections'), shown, { idempotencyKey });

export const fairness = (area: string) => api.get<Page<Fairness>>(at('fairness'), { area });
export const rules = (street: string) => api.get<Page<RuleBook>>(at('streets', street, 'rules'));
export const publishRules = (street: string, book: RuleBook) => api.post<RuleBook>(at('streets', street, 'rules'), book);
export const dryRun = (street: string, book: RuleBook) => api.post<DryRun>(at('streets', street, 'rules', 'dry-runs'), book);
export const streetLedger = (street: string) => api.get<StreetLedger>(at('streets', street, 'ledger'));
export const streetEntries = (street: string, cursor?: string) => api.get<Page<Entry>>(at('streets', street, 'entries'), { cursor, limit: 50 });
export const reverseEntry = (street: string, id: string, reason: string) => api.post<{ points: number }>(at('streets', street, 'entries', id, 'reversal'), { reason });
export const budgets = (street: string) => api.get<Page<Budget>>(at('streets', street, 'budgets'));
export const setBudget = (street: string, year: number, amount: number) => api.put<Budget>(at('streets', street, 'budgets', String(year)), { amount });
export const award = (street: string, body: { kind: string; owner: string; category?: string; quantity: number }, idempotencyKey: string) =>
  api.post<{ points: number; reason?: string | null }>(at('streets', street, 'occasions'), body, { idempotencyKey });
