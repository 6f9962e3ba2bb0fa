import { api, type Page } from '@ezhili/sdk';
import {
  MAP_LEVELS,
  type AreaDetails,
  type Checks,
  type ImportReport,
  type Located,
  type MapLevel,
  type PastArea,
  type Shape,
  type Shapes,
} from './grid';

const BASE = '/api/grid/v1';
const areaAt = (code: string) => `${BASE}/areas/${encodeURIComponent(code)}`;

export function children(parent: string | null, cursor?: string | null): Promise<Page<AreaDetails>> {
  return api.get(`${BASE}/areas`, { parent, limit: 200, cursor });
}

export function area(code: string): Promise<AreaDetails> {
  return api.get(areaAt(code));
}

export function past(code: string): Promise<PastArea[]> {
  return api.all<PastArea>(`${areaAt(code)}/history`);
}

/** All outlines of one level within an area. */
export async function outlines(within: string, level: MapLevel): Promise<Shapes> {
  const features: Shape[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Shapes = await api.get(`${BASE}/boundaries`, { within, level, cursor });
    features.push(...page.features);
    cursor = page.next;
  } while (cursor);
  return { type: 'FeatureCollection', features };
}

const everything = new Map<MapLevel, Promise<Shapes>>();

/** The outlines of streets, communities and grids, asked for once; what can't be had is left out. */
export async function everyShape(root: string): Promise<Shape[]> {
  const levels = MAP_LEVELS.map((level) => {
    let asked = everything.get(level);
    if (!asked) {
      asked = outlines(root, level);
      asked.catch(() => everything.delete(level));
      everything.set(level, asked);
    }
    return asked.then(
      ({ features }) => features,
      () => [],
    );
  });
  return (await Promise.all(levels)).flat();
}

/** The grid that a point lies in; throws 404 `outside-district` for a point in none. */
export function locate(lon: number, lat: number): Promise<Located> {
  return api.get(`${BASE}/locate`, { lon, lat });
}

export function checks(within: string): Promise<Checks> {
  return api.get(`${BASE}/checks`, { within });
}

export interface ImportWish {
  dryRun: boolean;
  mode: 'all-or-nothing' | 'best-effort';
}

export function importAreas(csv: string, wish: ImportWish): Promise<ImportReport> {
  return api.upload(`${BASE}/imports/areas`, csv, 'text/csv', { query: { ...wish } });
}

export function importBoundaries(file: Blob, wish: ImportWish): Promise<ImportReport> {
  return api.upload(`${BASE}/imports/boundaries`, file, 'application/geo+json', { query: { ...wish } });
}
