import type { ModuleEntry, Release } from '../../platform/calls';
import { compare } from './order';

export type Standing = 'newer' | 'live' | 'older' | 'unknown';

/** How a release stands to what serves. */
export function standing(release: Release, modules: ModuleEntry[]): Standing {
  const live = modules.find((module) => module.id === release.module);
  if (!live) {
    return 'unknown';
  }
  const order = compare(release.version, live.version);
  return order > 0 ? 'newer' : order < 0 ? 'older' : 'live';
}
