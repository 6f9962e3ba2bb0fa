import { expect, test } from 'vitest';
import en from '../locales/en.json';
import { pageOf, textOf } from './notices';

test('a notice leads to what it is about', () => {
  expect(pageOf({ kind: 'moved-up', subject: '7' })).toBe('activities/7');
  expect(pageOf({ kind: 'reward-served', subject: '8' })).toBe('vouchers/8');
  expect(pageOf({ kind: 'turn-lost', subject: '9' })).toBe('shop/9');
  expect(pageOf({ kind: 'points-ending' })).toBe('statement');
  expect(pageOf({ kind: 'hours-struck', subject: '7' })).toBe('activities/7');
  expect(pageOf({ kind: 'points-withdrawn' })).toBe('statement');
});

test('every kind that has words has a page', () => {
  expect(Object.keys(en.notice.kind).filter((kind) => !pageOf({ kind, subject: '1' }))).toEqual([]);
});

test('a kind of a later version leads nowhere, and so does one without its subject', () => {
  expect(pageOf({ kind: 'moon-reached', subject: '1' })).toBeUndefined();
  expect(pageOf({ kind: 'moved-up' })).toBeUndefined();
});

const textAt = (key: string) => key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], en);
const has = (key: string) => typeof textAt(key) === 'string';
const t = (key: string, values: Record<string, unknown> = {}) => String(textAt(key)).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const told = (notice: Parameters<typeof textOf>[0]) => textOf(notice, t, has, { n: '20', place: 'East Street' });

test('struck hours are told with why, and with the points that went with them', () => {
  expect(told({ kind: 'hours-struck', title: 'Clean the square', points: 20, reason: 'was not there' })).toBe(
    'Your hours of “Clean the square” do not count. 20 points for it are taken back. Reason: was not there',
  );
  expect(told({ kind: 'hours-struck', title: 'Clean the square' })).toBe('Your hours of “Clean the square” do not count');
});

test('withdrawn points are told with what they were given for', () => {
  expect(told({ kind: 'points-withdrawn', title: 'report-resolved', points: 20 })).toBe('East Street has taken back 20 points (Report resolved)');
  expect(told({ kind: 'points-withdrawn', title: 'of a later version', points: 20 })).toBe('East Street has taken back 20 points (of a later version)');
});

test('a title is data, whatever it looks like', () => {
  expect(told({ kind: 'hours-struck', title: 'service' })).toBe('Your hours of “service” do not count');
});
