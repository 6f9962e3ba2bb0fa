import { language, session } from '@ezhili/sdk';
import { t } from '../texts';
import { wordIn } from './words';

export type Kind = 'person' | 'staff' | 'unit';

/** As what somebody serves who works for an office or whose account is a unit's; they may serve as a person as well. */
export function ownKind(): Kind {
  if (session.has('department')) return 'unit';
  return session.has('worker', 'community', 'street', 'district') ? 'staff' : 'person';
}

/** What is offered to choose from, in the reader's language; whoever can do something else types it. */
export function wordsOf(): string[] {
  return t('skills.offered').split('/');
}

export function categoriesOf(): string[] {
  return t('categories.offered').split('/');
}

/** A skill or category that is stored, in the reader's language. */
export const shown = (word: string) => wordIn(language(), word);

export const listed = (skills: readonly string[]) => skills.map(shown).join(t('comma'));

/** Whom a seat is for. */
export const seatFor = (skill?: string) => (skill ? shown(skill) : t('activity.anybody'));
