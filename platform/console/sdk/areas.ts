import { api, type Page } from './api';

export type AreaLevel = 'district' | 'street' | 'community' | 'grid' | 'building' | 'entrance' | 'household';

export interface Place {
  lon: number;
  lat: number;
}

export interface Area {
  code: string;
  name: string;
  level: AreaLevel;
  kind?: string | null;
  parent?: string | null;
  children: number;
  centre?: Place | null;
  /** From the district down to the area itself. */
  lineage?: { code: string; name: string; level: AreaLevel }[];
}

const AREAS = '/api/grid/v1/areas';
const known = new Map<string, Promise<Area>>();

/** The area tree, as far as the caller may see it. Single areas are remembered until the page is loaded again. */
export const areas = {
  children: (parent: string | null, limit = 200, cursor?: string): Promise<Page<Area>> => api.get<Page<Area>>(AREAS, { parent, limit, cursor }),
  find: (code: string): Promise<Area> => {
    let area = known.get(code);
    if (!area) {
      area = api.get<Area>(`${AREAS}/${encodeURIComponent(code)}`);
      area.catch(() => known.delete(code));
      known.set(code, area);
    }
    return area;
  },
  /** The name of an area, or its code if it can't be had. */
  name: (code: string): Promise<string> =>
    areas.find(code).then(
      (area) => area.name,
      () => code,
    ),
};
