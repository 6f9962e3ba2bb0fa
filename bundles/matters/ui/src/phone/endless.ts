import { onBeforeUnmount } from 'vue';

/**
 * Calls when the element that it is made the `ref` of comes into sight. Old web views without observers keep their "more"
 * button.
 */
export function useEndlessList(reached: () => void): (end: unknown) => void {
  let watched: Element | undefined;
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && reached(), { rootMargin: '200px' })
      : undefined;
  onBeforeUnmount(() => observer?.disconnect());
  return (end) => {
    const next = end instanceof Element ? end : undefined;
    if (next === watched) return;
    if (watched) observer?.unobserve(watched);
    if (next) observer?.observe(next);
    watched = next;
  };
}
