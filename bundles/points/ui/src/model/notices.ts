import type { Notice } from './wire';

const OF_ONE: Record<string, string> = {
  'moved-up': 'activities',
  'signed-up': 'activities',
  queued: 'activities',
  'activity-cancelled': 'activities',
  'reward-served': 'vouchers',
  'voucher-ending': 'vouchers',
  'turn-lost': 'shop',
  'team-asked': 'teams',
  'team-joined': 'teams',
  'team-declined': 'teams',
  'team-removed': 'teams',
  'team-leader': 'teams',
};
const OF_ALL: Record<string, string> = {
  'points-ending': 'statement',
  'volunteer-approved': 'volunteer',
  'volunteer-refused': 'volunteer',
  'team-dissolved': 'teams',
};

/** The page of the module where one sees what a notice is about; nothing for a kind that this version does not know. */
export function pageOf({ kind, subject }: Pick<Notice, 'kind' | 'subject'>): string | undefined {
  const page = OF_ONE[kind];
  return page && subject ? `${page}/${subject}` : OF_ALL[kind];
}
