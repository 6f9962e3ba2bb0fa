import { onBeforeUnmount, onMounted, ref } from 'vue';
import type { HandedOut, OfflineCounter } from './offlineCounter';
import { isRefusal } from './refusals';

const EVERY_MILLIS = 30_000;

export interface Heard {
  told(many: number): void;
  refused(one: HandedOut, failure: unknown): void;
}

/** Tells what a counter has handed out without a line; who asks while it is being told hears the end of that. */
export function teller(counter: OfflineCounter, heard: Heard) {
  let running: Promise<unknown> | undefined;
  let held: unknown;

  async function tellAll(): Promise<unknown> {
    const answer = await counter.tell(heard.refused);
    if (answer.told) heard.told(answer.told);
    return (held = answer.held);
  }

  /** Answers why something still waits. */
  function tell(): Promise<unknown> {
    return (running ??= tellAll().finally(() => (running = undefined)));
  }

  return {
    tell,
    /** What the server will not take from whoever is signed in is not asked for again and again: each refusal is on record. */
    retry: async () => {
      if (counter.waiting().length && !isRefusal(held)) await tell();
    },
  };
}

/** The same for as long as the page is open: at once, when the line is back, and every half minute while something waits. */
export function useTelling(counter: OfflineCounter, heard: Heard) {
  const waiting = ref(counter.waiting().length);
  const { tell, retry } = teller(counter, heard);
  let timer = 0;
  const count = () => void (waiting.value = counter.waiting().length);
  const flush = () => tell().finally(count);

  onMounted(() => {
    timer = window.setInterval(() => void retry().finally(count), EVERY_MILLIS);
    window.addEventListener('online', flush);
    void flush();
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    window.removeEventListener('online', flush);
  });

  return { waiting, count, flush };
}
