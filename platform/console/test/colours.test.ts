import { describe, expect, test } from 'vitest';
import { contrast, isColour, legible, LEAST_CONTRAST, mix, WHITE } from '../src/shell/colours';

describe('colours', () => {
  test('black on white is as legible as can be, white on white not at all', () => {
    expect(contrast('#000000', WHITE)).toBeCloseTo(21);
    expect(contrast(WHITE, WHITE)).toBeCloseTo(1);
    expect(contrast(WHITE, '#767676')).toBeGreaterThan(LEAST_CONTRAST);
    expect(contrast('#777777', WHITE)).toBeLessThan(LEAST_CONTRAST);
  });

  test('any colour becomes legible on the dark ground', () => {
    for (const colour of ['#000000', '#7a1f1f', '#0b57a4', '#123456']) {
      expect(contrast(legible(colour, '#1a1f27'), '#1a1f27')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
    expect(legible('#0b57a4', WHITE)).toBe('#0b57a4');
  });

  test('mixing goes from one to the other', () => {
    expect(mix('#000000', WHITE, 0)).toBe('#000000');
    expect(mix('#000000', WHITE, 1)).toBe(WHITE);
    expect(mix('#000000', WHITE, 0.5)).toBe('#808080');
  });

  test('what is not written as a colour is none', () => {
    expect(['', '#fff', 'red', '#12345g', '#FFFFFF'].some(isColour)).toBe(false);
  });
});
