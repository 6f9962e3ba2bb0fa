import { computed, ref, shallowRef } from 'vue';
import { counters as askCounters, list } from './calls';
import type { Filter, View } from './filter';
import type { Counters, Matter } from './matter';

/** A list of matters that grows page by page, and the counters that belong to it. */
export function useMatterList(pageSize = 30) {
  const items = shallowRef<Matter[]>([]);
  const next = ref<string | null>();
  const loading = ref(false);
  const failure = shallowRef<unknown>();
  const loaded = ref(false);
  let asked = 0;
  let filter: Filter = {};

  async function load(cursor?: string) {
    const question = ++asked;
    loading.value = true;
    failure.value = undefined;
    try {
      const page = await list(filter, cursor, pageSize);
      if (question !== asked) {
        return;
      }
      items.value = cursor ? [...items.value, ...page.items] : page.items;
      next.value = page.next ?? null;
      loaded.value = true;
    } catch (caught) {
      if (question === asked) {
        failure.value = caught;
      }
    } finally {
      if (question === asked) {
        loading.value = false;
      }
    }
  }

  return {
    items,
    loading,
    loaded,
    failure,
    more: computed(() => Boolean(next.value)),
    show(wanted: Filter) {
      filter = wanted;
      return load();
    },
    loadMore() {
      return next.value ? load(next.value) : Promise.resolve();
    },
  };
}

/** Counts for the views' badges. */
export function useCounters() {
  const counts = shallowRef<Counters>();
  return {
    counts,
    async count(area?: string) {
      counts.value = await askCounters(area).catch(() => undefined);
    },
    /**
     * How many matters the list of a view has; undefined where the counters can't know, because the list is narrowed
     * further: a badge that disagrees with its list is worse than none.
     */
    badge(view: View, filter: Filter): number | undefined {
      if (!counts.value || filter.category) {
        return undefined;
      }
      switch (view) {
        case 'all':
        case 'closed':
          return undefined;
        case 'overdue':
          return counts.value.overdue;
        case 'mine':
          // counted over all areas
          return filter.area ? undefined : counts.value.mine;
        default:
          return counts.value.states[view] ?? 0;
      }
    },
  };
}
