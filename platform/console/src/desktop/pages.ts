import type { Page } from '@ezhili/sdk';
import { reactive } from 'vue';

export interface Pages<T> {
  items: T[];
  next: string | null;
  busy: boolean;
  failure: unknown;
  /** Reads from the first page on, e.g. after a change of the filter. */
  reload(): Promise<void>;
  more(): Promise<void>;
}

/** A list that is read page by page. An answer that a later question overtook is dropped. */
export function usePages<T>(read: (cursor: string | null) => Promise<Page<T>>): Pages<T> {
  let question = 0;

  async function ask(cursor: string | null): Promise<void> {
    const mine = ++question;
    pages.busy = true;
    pages.failure = undefined;
    try {
      const page = await read(cursor);
      if (mine === question) {
        pages.items = cursor ? [...pages.items, ...page.items] : page.items;
        pages.next = page.next ?? null;
      }
    } catch (failure) {
      if (mine === question) {
        pages.failure = failure;
      }
    } finally {
      if (mine === question) {
        pages.busy = false;
      }
    }
  }

  const pages = reactive({
    items: [] as T[],
    next: null as string | null,
    busy: false,
    failure: undefined as unknown,
    reload: () => ask(null),
    more: () => ask(pages.next),
  }) as Pages<T>;
  return pages;
}
