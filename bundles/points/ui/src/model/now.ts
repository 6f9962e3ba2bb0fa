import { onBeforeUnmount, onMounted, ref } from 'vue';

const STEP_MILLIS = 30_000;

/** The device's time, moving on for as long as the page is open. It decides what is shown; what is allowed, the server's clock decides. */
export function useNow() {
  const now = ref(new Date());
  let timer = 0;
  onMounted(() => {
    timer = window.setInterval(() => (now.value = new Date()), STEP_MILLIS);
  });
  onBeforeUnmount(() => clearInterval(timer));
  return now;
}
