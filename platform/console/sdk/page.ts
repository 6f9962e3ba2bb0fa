import { onUnmounted, reactive, watchEffect } from 'vue';

/** What the shell shows of the page that is open. */
export const page = reactive({ heading: '' });

/** Gives the open page a heading of its own, e.g. a matter's number; reactive. */
export function usePage(heading: () => string): void {
  watchEffect(() => {
    page.heading = heading();
  });
  onUnmounted(() => {
    page.heading = '';
  });
}
