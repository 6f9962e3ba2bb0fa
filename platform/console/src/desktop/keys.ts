import { onBeforeUnmount, onMounted } from 'vue';
import { useRouter } from 'vue-router';
import { wholeMenu } from './menu';

const CHORD_MILLIS = 1200;

/** Whether keys go into something that is written in. */
function writing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return !/^(checkbox|radio|button|submit|reset|file|range)$/.test(target.type);
  }
  return target instanceof HTMLElement && (target.isContentEditable || /^(textarea|select)$/i.test(target.tagName));
}

/** `/` searches, `?` helps, `g` and a letter goes to a page. */
export function useKeys(to: { help: () => void; search: () => void }): void {
  const router = useRouter();
  let chordUntil = 0;

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writing(event.target)) {
      return;
    }
    if ([...document.querySelectorAll('[aria-modal="true"]')].some((dialog) => dialog.getClientRects().length > 0)) {
      return;
    }
    if (event.timeStamp < chordUntil) {
      chordUntil = 0;
      const item = wholeMenu.value.find((candidate) => candidate.key === event.key);
      if (item) {
        event.preventDefault();
        void router.push(item.to);
      }
    } else if (event.key === 'g') {
      chordUntil = event.timeStamp + CHORD_MILLIS;
    } else if (event.key === '/') {
      event.preventDefault();
      to.search();
    } else if (event.key === '?') {
      event.preventDefault();
      to.help();
    }
  }

  onMounted(() => document.addEventListener('keydown', press));
  onBeforeUnmount(() => document.removeEventListener('keydown', press));
}
