import { areas, type Area, type AreaLevel } from '../areas';
import { session } from '../session';

export const LEVELS: readonly AreaLevel[] = ['district', 'street', 'community', 'grid', 'building', 'entrance', 'household'];

export interface AreaOption {
  value: string;
  label: string;
  leaf: boolean;
}

export function optionOf(area: Area, deepest: AreaLevel | undefined): AreaOption {
  const bottom = deepest !== undefined && LEVELS.indexOf(area.level) >= LEVELS.indexOf(deepest);
  return { value: area.code, label: area.name, leaf: bottom || area.children === 0 };
}

/** The tops of the tree: the given root, else what the person has been granted. */
export async function topOptions(root: string | undefined, deepest: AreaLevel | undefined): Promise<AreaOption[]> {
  const codes = root ? [root] : session.areas.value.filter((code, index, all) => !all.some((other, at) => at < index && code.startsWith(other)));
  const found = await Promise.all(codes.map((code) => areas.find(code).catch(() => null)));
  return found.filter((area) => area !== null).map((area) => optionOf(area, deepest));
}

export async function childOptions(parent: string, deepest: AreaLevel | undefined): Promise<AreaOption[]> {
  const page = await areas.children(parent, 200);
  return page.items.map((area) => optionOf(area, deepest));
}
