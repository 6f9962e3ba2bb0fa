import { describe, expect, test } from 'vitest';
import { addressOf, grouped, scannedCode, shownAt, typedCode } from './codes';

describe('codes', () => {
  test('the address on the screen carries the code and the activity', () => {
    expect(scannedCode(addressOf('42', 'a-b_c', 'https://e.example'))).toEqual({ activity: '42', code: 'a-b_c' });
  });

  test('a code alone is taken as it is; so is what is no address of ours', () => {
    expect(scannedCode(' abc ')).toEqual({ code: 'abc' });
    expect(scannedCode('https://example.org/')).toEqual({ code: 'https://example.org/' });
  });

  test('eight digits belong to the activity, with or without gaps', () => {
    expect(typedCode('1234 5678', '42')).toBe('42:12345678');
    expect(typedCode('1234-5678', '42')).toBe('42:12345678');
    expect(typedCode('12345678', undefined)).toBe('12345678');
    expect(typedCode('1234567', '42')).toBe('1234567');
    expect(typedCode('1234567a', '42')).toBe('1234567a');
    expect(grouped('12345678')).toBe('1234 5678');
  });

  test('a pass is told from a code that was typed', () => {
    expect(shownAt('EZV1.a.b')).toEqual({ pass: 'EZV1.a.b' });
    expect(shownAt(' abcd-efgh ')).toEqual({ code: 'ABCD-EFGH' });
  });
});
