import type { ReportDraft } from './outbox';

/** What a person has told of a matter so far. A point on the map or an area says where. */
export interface ReportEntries {
  category: string;
  description: string;
  area: string;
  place: { lon: number; lat: number } | null;
}

export type ReportField = 'category' | 'place' | 'description';

/** The fields that still have to be filled in. */
export function faultsOf(entries: ReportEntries): ReportField[] {
  const faults: ReportField[] = [];
  if (!entries.category) faults.push('category');
  if (!entries.place && !entries.area) faults.push('place');
  if (!entries.description.trim()) faults.push('description');
  return faults;
}

/** What goes to the server: the point where there is one, else the area; never both. */
export function reportOf(entries: ReportEntries): ReportDraft {
  const report: ReportDraft = { category: entries.category, description: entries.description.trim() };
  if (entries.place) {
    report.lon = entries.place.lon;
    report.lat = entries.place.lat;
  } else {
    report.area = entries.area;
  }
  return report;
}
