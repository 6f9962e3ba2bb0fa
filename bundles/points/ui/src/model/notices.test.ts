import { expect, test } from 'vitest';
import en from '../locales/en.json';
import { pageOf } from './notices';

test('a notice leads to what it is about', () => {
  expect(pageOf({ kind: 'moved-up', subject: '7' })).toBe('activities/7');
  expect(pageOf({ kind: 'reward-served', subject: '8' })).toBe('vouchers/8');
  expect(pageOf({ kind: 'turn-lost', subject: '9' })).toBe('shop/9');
  expect(pageOf({ kind: 'points-ending' })).toBe('statement');
});

test('every kind that has words has a page', () => {
  expect(Object.keys(en.notice.kind).filter((kind) => !pageOf({ kind, subject: '1' }))).toEqual([]);
});

test('a kind of a later version leads nowhere, and so does one without its subject', () => {
  expect(pageOf({ kind: 'hours-struck', subject: '1' })).toBeUndefined();
  expect(pageOf({ kind: 'moved-up' })).toBeUndefined();
});
