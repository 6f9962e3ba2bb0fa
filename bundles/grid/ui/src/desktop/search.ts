import { session, type SearchHit } from '@ezhili/sdk';
import { everyShape } from '../model/calls';
import { matching } from '../model/grid';
import { t } from '../texts';

const MOST = 6;

/** Finds areas by name or code, and shows them on the map. */
export async function search(text: string): Promise<SearchHit[]> {
  const root = session.areas.value[0]?.slice(0, 6);
  if (!root || text.trim().length < 2) {
    return [];
  }
  const shapes = await everyShape(root);
  return matching(shapes, text, MOST).map(({ properties: { code, name, level } }) => ({
    title: name,
    detail: t(`level.${level}`),
    to: `?area=${code}`,
  }));
}
