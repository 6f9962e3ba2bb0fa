import { expect, test } from 'vitest';
import { compare } from '../src/desktop/versions/order';

test('versions are compared number by number, then by the word', () => {
  expect(compare('1.10.0', '1.9.0')).toBeGreaterThan(0);
  expect(compare('1.0', '1.0.0')).toBe(0);
  expect(compare('2.0.0', '10.0.0')).toBeLessThan(0);
  expect(compare('1.0.0.b', '1.0.0.a')).toBeGreaterThan(0);
});
