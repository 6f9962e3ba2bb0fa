import { formatTime, language, type SearchHit } from '@ezhili/sdk';
import { categories, find } from '../model/calls';
import { nameOf } from '../model/categories';

/** Finds a matter by the number that its reporter or a record names. */
export async function search(text: string): Promise<SearchHit[]> {
  const number = text.trim();
  if (!/^\d{10,19}$/.test(number)) {
    return [];
  }
  try {
    const [matter, catalogue] = await Promise.all([find(number), categories()]);
    return [
      {
        title: nameOf(catalogue, matter.category, language()),
        detail: [matter.areaName ?? matter.area, formatTime(matter.reportedAt)].join(' · '),
        to: `matters/${matter.id}`,
      },
    ];
  } catch {
    return [];
  }
}
