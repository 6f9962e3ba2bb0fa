import type { Signup } from './wire';

/** What can be done at the place; whether it is time for it, the server's clock says. */
export function stepOf({ state }: Signup): 'in' | 'out' | undefined {
  if (state === 'seated') return 'in';
  return state === 'present' ? 'out' : undefined;
}

const SOON = 12 * 3_600_000;

/** The one to be reminded of: where the reader is already, or is expected within half a day. */
export function due(open: readonly Signup[], now: Date): Signup | undefined {
  return open.find((one) => stepOf(one) === 'out') ?? open.find((one) => stepOf(one) === 'in' && new Date(one.startsAt).getTime() - now.getTime() < SOON);
}
