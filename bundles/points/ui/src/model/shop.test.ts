import { expect, test } from 'vitest';
import { closedBecause } from './shop';

const NOW = new Date('2026-07-30T04:00:00Z');
const reward = { offered: true, withdrawn: false, opensAt: '2026-07-01T00:00:00Z' };

test.each([
  [{}, 'ended'],
  [{ opensAt: '2026-08-01T00:00:00Z' }, 'ahead'],
  [{ withdrawn: true }, 'withdrawn'],
  [{ offered: false, opensAt: '2026-08-01T00:00:00Z' }, 'withdrawn'],
])('why a reward is closed: %o, %s', (more, because) => {
  expect(closedBecause({ ...reward, ...more }, NOW)).toBe(because);
});
