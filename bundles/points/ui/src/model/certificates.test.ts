import { expect, test } from 'vitest';
import { certifiedHours, codeOf, grouped } from './certificates';

const CODE = 'ABCDEFGH23456789';

test.each([CODE, 'abcd-efgh-2345-6789', ' ABCD EFGH\t2345 6789 ', 'ＡＢＣＤ－ＥＦＧＨ－２３４５－６７８９', 'ABCD–EFGH—2345-6789'])('%s is read as it was meant', (typed) => {
  expect(codeOf(typed)).toBe(CODE);
});

test.each(['', ' ', 'ABCD-EFGH-2345-678', `${CODE}A`, 'ABCD-EFGH-2345-678O', 'ABCDEFGH2345678\u0130', '../../../../etc/', '2345678923456789?', '\u0000'.repeat(16), '😀'.repeat(8)])(
  '%j is no code, and nobody is asked about it',
  (typed) => {
    expect(codeOf(typed)).toBeUndefined();
  },
);

test('a code is shown in fours', () => {
  expect(grouped(CODE)).toBe('ABCD-EFGH-2345-6789');
  expect(codeOf(grouped(CODE))).toBe(CODE);
});

test('hours are those of the paper, never more', () => {
  expect([0, 5, 6, 59, 60, 119, 120, 6030].map(certifiedHours)).toEqual(['0', '0', '0.1', '0.9', '1', '1.9', '2', '100.5']);
});
