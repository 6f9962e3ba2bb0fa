import { expect, test } from 'vitest';
import { currentOf, standingOf } from './ruleBooks';
import type { RuleBook } from './wire';

const TODAY = '2026-07-30';
const book = (version: number, effectiveFrom: string): RuleBook => ({ version, effectiveFrom, lifeMonths: 24, dailyCap: 0, monthlyCap: 0, rules: [] });
const standings = (...all: RuleBook[]) => all.map((one) => standingOf(one, all, TODAY));

test('the highest version that has begun counts, whatever began later', () => {
  const books = [book(1, '2026-01-01'), book(3, '2026-07-01'), book(2, '2026-07-20')];
  expect(currentOf(books, TODAY)?.version).toBe(3);
  expect(currentOf([book(1, '2026-07-31')], TODAY)).toBeUndefined();
  expect(standings(...books)).toEqual([undefined, 'current', undefined]);
});

test('what begins later is to come, unless a newer one begins no later', () => {
  expect(standings(book(1, '2026-07-30'), book(2, '2026-08-01'), book(3, '2026-09-01'))).toEqual(['current', 'coming', 'coming']);
  expect(standings(book(1, '2026-01-01'), book(2, '2026-09-01'), book(3, '2026-08-01'))).toEqual(['current', 'superseded', 'coming']);
  expect(standings(book(1, '2026-08-01'), book(2, '2026-08-01'))).toEqual(['superseded', 'coming']);
  expect(standings(book(1, '2026-08-01'), book(2, '2026-07-30'))).toEqual(['superseded', 'current']);
});
