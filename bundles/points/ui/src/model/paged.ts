import { computed, ref, shallowRef } from 'vue';
import type { Page } from '@ezhili/sdk';

/** A list that grows page by page. What was asked before and comes late is dropped. */
export function usePaged<T>(ask: (cursor?: string) => Promise<Page<T>>) {
  const items = shallowRef<T[]>([]);
  const next = ref<string | null>();
  const loading = ref(false);
  const loaded = ref(false);
  const failure = shallowRef<unknown>();
  let asked = 0;

  async function load(cursor?: string) {
    const question = ++asked;
    loading.value = true;
    failure.value = undefined;
    try {
      const page = await ask(cursor);
      if (question === asked) {
        items.value = cursor ? [...items.value, ...page.items] : page.items;
        next.value = page.next;
        loaded.value = true;
      }
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
    load: () => load(),
    loadMore: () => (next.value ? load(next.value) : Promise.resolve()),
  };
}

/** One thing that is asked for, and asked for again after something was done. */
export function useOne<T>(ask: () => Promise<T>) {
  const value = shallowRef<T>();
  const failure = shallowRef<unknown>();
  const loading = ref(false);

  async function load() {
    loading.value = true;
    failure.value = undefined;
    try {
      value.value = await ask();
    } catch (caught) {
      failure.value = caught;
    } finally {
      loading.value = false;
    }
  }

  return { value, failure, loading, load };
}

/** Does one thing at a time; a refusal is told by `refused`. */
export function useDoing(refused: (failure: unknown) => void) {
  const busy = ref(false);
  return {
    busy,
    async run(action: () => Promise<void>) {
      if (busy.value) {
        return;
      }
      busy.value = true;
      try {
        await action();
      } catch (caught) {
        refused(caught);
      } finally {
        busy.value = false;
      }
    },
  };
}
