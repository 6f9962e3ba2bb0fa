/** Brings what has just appeared into view, below the top bar, and puts readers with a keyboard or a screen reader there. */
export function land(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'start' });
}
