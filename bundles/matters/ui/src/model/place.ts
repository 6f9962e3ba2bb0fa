import { api, type Place } from '@ezhili/sdk';

const GRID = '/api/grid/v1';

export interface Located {
  code: string;
  /** District, street, community, grid in one line. */
  where: string;
}

interface Answer {
  grid: { code: string; name: string };
  lineage: { code: string; name: string }[];
}

/** The grid that a point lies in; throws 404 `outside-district` for a point in none. */
export async function locate({ lon, lat }: Place): Promise<Located> {
  const { grid, lineage } = await api.get<Answer>(`${GRID}/locate`, { lon, lat });
  const names = lineage.filter((area) => area.code.length > 6).map((area) => area.name);
  return { code: grid.code, where: names.includes(grid.name) ? names.join(' ') : [...names, grid.name].join(' ') };
}

export interface Shapes {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, unknown>; geometry: unknown }[];
}

/** The outline of one area; nothing if it has none. */
export async function outline(code: string, name: string): Promise<Shapes | null> {
  try {
    const geometry = await api.get<unknown>(`${GRID}/areas/${encodeURIComponent(code)}/boundary`);
    return geometry ? { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code, name }, geometry }] } : null;
  } catch {
    return null;
  }
}

/** The outlines of the areas of one level within an area. */
export function outlines(within: string, level: string): Promise<Shapes | null> {
  return api.get<Shapes>(`${GRID}/boundaries`, { within, level }).catch(() => null);
}
