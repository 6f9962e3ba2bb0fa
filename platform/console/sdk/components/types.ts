/** One thing that happened, newest or oldest first as the page wishes. */
export interface TimeLineItem {
  id: string;
  at: string;
  title: string;
  /** Who did it. */
  by?: string;
  detail?: string;
  tone?: 'plain' | 'good' | 'bad' | 'now';
}

/** A point on the map that can be chosen. */
export interface MapMarker {
  id: string;
  lon: number;
  lat: number;
  label: string;
  /** A CSS colour; colour is never the only signal, the label says it too. */
  colour?: string;
}

export interface MapPlace {
  lon: number;
  lat: number;
}

export interface AreaStyle {
  fill?: string;
  opacity?: number;
  line?: string;
  weight?: number;
}

/** A GeoJSON feature collection as `/api/grid/v1/boundaries` answers it. */
export interface MapFeatures {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, unknown>; geometry: unknown }[];
}

/** A photo that has been taken over by the server. */
export interface StoredPhoto {
  id: string;
}
