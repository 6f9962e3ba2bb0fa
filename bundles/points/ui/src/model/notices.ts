import type { Notice } from './wire';

const OF_ONE: Record<string, string> = {
  'hours-struck': 'activities',
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
  'points-withdrawn': 'statement',
  'volunteer-approved': 'volunteer',
  'volunteer-refused': 'volunteer',
  'team-dissolved': 'teams',
};

/** The page of the module where one sees what a notice is about; nothing for a kind that this version does not know. */
export function pageOf({ kind, subject }: Pick<Notice, 'kind' | 'subject'>): string | undefined {
  const page = OF_ONE[kind];
  return page && subject ? `${page}/${subject}` : OF_ALL[kind];
}

/** Their points are no news of their own: they go with what the notice tells of. */
const TAKING = ['hours-struck', 'activity-cancelled'];

type Say = (key: string, values?: Record<string, unknown>) => string;

/**
 * What a notice says, with the points that went with it and the reason, where there are any.
 *
 * @param values what its text has room for, as the reader writes it
 */
export function textOf(one: Pick<Notice, 'kind' | 'title' | 'points' | 'reason'>, t: Say, has: (key: string) => boolean, values: Record<string, string>): string {
  const title = one.kind === 'points-withdrawn' && has(`occasion.${one.title}`) ? t(`occasion.${one.title}`) : one.title;
  const told = t(`notice.kind.${one.kind}`, { ...values, title });
  const text = one.points && TAKING.includes(one.kind) ? t('notice.withPoints', { text: told, n: values.n }) : told;
  return one.reason ? t('notice.because', { text, reason: one.reason }) : text;
}
