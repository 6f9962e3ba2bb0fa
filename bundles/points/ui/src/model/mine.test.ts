import { describe, expect, test } from 'vitest';
import { due, stepOf } from './mine';
import type { Signup, SignupState } from './wire';

const NOW = new Date('2026-11-23T01:00:00Z');
const signup = (id: string, state: SignupState, startsAt = '2026-11-23T02:00:00Z') => ({ id, state, startsAt }) as Signup;

describe('one’s own sign-ups', () => {
  test('who has a seat checks in, who is there checks out, whatever the phone’s clock says', () => {
    expect(stepOf(signup('1', 'seated', '2031-01-01T00:00:00Z'))).toBe('in');
    expect(stepOf(signup('1', 'present', '2001-01-01T00:00:00Z'))).toBe('out');
    for (const state of ['waiting', 'served', 'counted', 'struck', 'left', 'cancelled'] as const) {
      expect(stepOf(signup('1', state))).toBeUndefined();
    }
  });

  test('one is reminded of where one is, then of what begins within half a day', () => {
    const far = signup('far', 'seated', '2026-11-25T01:00:00Z');
    expect(due([], NOW)).toBeUndefined();
    expect(due([signup('queue', 'waiting'), far], NOW)).toBeUndefined();
    expect(due([signup('queue', 'waiting'), signup('soon', 'seated'), far], NOW)?.id).toBe('soon');
    expect(due([signup('soon', 'seated'), signup('there', 'present')], NOW)?.id).toBe('there');
  });
});
