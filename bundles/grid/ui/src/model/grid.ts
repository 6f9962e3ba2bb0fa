import type { AreaLevel } from '@ezhili/sdk';

/** What the grid module says on the wire: the shapes of `/api/grid/v1`. */

export interface Shape {
  type: 'Feature';
  properties: ShapeProperties & Record<string, unknown>;
  geometry: unknown;
}

export interface ShapeProperties {
  code: string;
  name: string;
  kind: string;
  level: AreaLevel;
  squareMetres?: number;
}

export interface Shapes {
  type: 'FeatureCollection';
  features: Shape[];
  next?: string | null;
}

export interface AreaStep {
  code: string;
  name: string;
  level: AreaLevel;
}

export interface AreaDetails extends AreaStep {
  kind: string;
  parent?: string | null;
  children: number;
  centre?: { lon: number; lat: number } | null;
  squareMetres?: number | null;
  since?: string;
  lineage?: AreaStep[];
}

export interface Located {
  grid: AreaDetails;
  lineage: AreaStep[];
  /** Whom to call there, if the street has said so. */
  contact?: { phone: string; hours: string } | null;
}

export interface PastArea {
  name: string;
  kind: string;
  from: string;
  to: string;
  squareMetres?: number | null;
}

export interface Overlap {
  a: string;
  b: string;
  squareMetres: number;
}

export interface Gap {
  within: string;
  squareMetres: number;
}

export interface Checks {
  overlaps: Overlap[];
  gaps: Gap[];
  missing: string[];
}

export interface RowFault {
  row: number;
  field: string;
  code: string;
  detail: string;
}

export interface ImportReport {
  dryRun: boolean;
  applied?: boolean;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  errors: RowFault[];
  moreErrors?: number;
  overlaps?: Overlap[];
  gaps?: Gap[];
}

/** The levels that a map shows as areas, from the widest. */
export const MAP_LEVELS = ['street', 'community', 'grid'] as const;
export type MapLevel = (typeof MAP_LEVELS)[number];

/** The level that says most about an area: its communities, or its grids from the community down. */
export function levelBelow(code: string): MapLevel {
  return code.length >= 9 ? 'grid' : 'community';
}

/** Whether a level has areas inside this one (or is its own level). */
export function showsIn(level: MapLevel, within: string): boolean {
  const digits = { street: 9, community: 12, grid: 15 }[level];
  return digits >= within.length;
}

/** The areas whose name or code begins with or holds what was typed; the nearest match first. */
export function matching(shapes: readonly Shape[], typed: string, most = 20): Shape[] {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return [];
  const rank = ({ properties: { code, name } }: Shape): number => {
    const called = name.toLowerCase();
    if (called === wanted || code === wanted) return 0;
    if (called.startsWith(wanted) || code.startsWith(wanted)) return 1;
    return called.includes(wanted) ? 2 : 3;
  };
  return shapes
    .map((shape) => ({ shape, at: rank(shape) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at || a.shape.properties.code.localeCompare(b.shape.properties.code))
    .slice(0, most)
    .map(({ shape }) => shape);
}

/** Reads "116.79, 33.95" as people copy it from a map; undefined if it is no point. */
export function pointOf(text: string): { lon: number; lat: number } | undefined {
  const parts = text.trim().match(/^(-?\d{1,3}(?:\.\d+)?)\s*[,\s;]\s*(-?\d{1,3}(?:\.\d+)?)$/);
  if (!parts) return undefined;
  const lon = Number(parts[1]);
  const lat = Number(parts[2]);
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : undefined;
}
