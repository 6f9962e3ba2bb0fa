import { freshKey, keep, kept } from '@ezhili/sdk';

const NAME = 'points.device';

/** A random name that this phone has given itself: one phone for many people is something to look at. */
export function deviceName(): string {
  const known = kept(NAME);
  if (known) return known;
  const name = freshKey();
  keep(NAME, name);
  return name;
}
