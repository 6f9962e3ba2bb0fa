import { expect, test } from 'vitest';
import { noting } from './paper';

const at = (came: string, went: string) => ({ came: `2026-07-30T${came}`, went: `2026-07-30T${went}` });

test('who is not known to have come: arrival, then departure', () => {
  expect(noting({}, at('09:00', '11:00'))).toEqual(['came', 'went']);
});

test('only what is otherwise is sent', () => {
  expect(noting({ came: at('09:00', '').came }, at('09:00', '11:00'))).toEqual(['went']);
  expect(noting({ came: at('09:00', '').came }, at('09:10', '11:00'))).toEqual(['came', 'went']);
  expect(noting(at('09:00', '11:00'), at('09:10', '11:00'))).toEqual(['came']);
  expect(noting(at('09:00', '11:00'), at('09:00', '11:00'))).toEqual([]);
});

test('an arrival after the departure that is known waits for the new departure', () => {
  expect(noting(at('09:00', '10:00'), at('10:30', '12:00'))).toEqual(['went', 'came']);
  expect(noting(at('10:30', '12:00'), at('09:00', '10:00'))).toEqual(['came', 'went']);
});
