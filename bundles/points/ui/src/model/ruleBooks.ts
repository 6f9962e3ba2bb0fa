import type { RuleBook } from './wire';

const versionOf = (book: RuleBook) => book.version ?? 0;

/** As the server decides: of those that have begun, the one that was published last. */
export function currentOf(books: readonly RuleBook[], today: string): RuleBook | undefined {
  return books.filter((one) => one.effectiveFrom <= today).sort((a, b) => versionOf(b) - versionOf(a))[0];
}

/** Whether another was published after it that begins no later: it never counts. */
const isSuperseded = (book: RuleBook, books: readonly RuleBook[]) =>
  books.some((one) => versionOf(one) > versionOf(book) && one.effectiveFrom <= book.effectiveFrom);

export function standingOf(book: RuleBook, books: readonly RuleBook[], today: string): 'current' | 'superseded' | 'coming' | undefined {
  if (book === currentOf(books, today)) return 'current';
  if (book.effectiveFrom > today) return isSuperseded(book, books) ? 'superseded' : 'coming';
  return undefined;
}
