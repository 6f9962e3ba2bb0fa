import { api, type MapFeatures } from '@ezhili/sdk';

/** The outline of an area, as the ground of a map; nothing if it has none. */
export async function outlineOf(code: string, name: string): Promise<MapFeatures | null> {
  try {
    const geometry = await api.get<unknown>(`/api/grid/v1/areas/${encodeURIComponent(code)}/boundary`);
    return geometry ? { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code, name }, geometry }] } : null;
  } catch {
    return null;
  }
}
