import { onBeforeUnmount, shallowRef } from 'vue';
import { calls, type Release } from '../../platform/calls';

/** What has become of an archive that somebody sends. */
export type Intake =
  | { state: 'none' }
  | { state: 'going'; file: File; sent: number }
  | { state: 'taken'; release: Release }
  | { state: 'refused'; file: File; failure: unknown };

/** One archive at a time: on its way up, then taken in, or refused with the reason. */
export function useIntake(taken: (release: Release) => void) {
  const now = shallowRef<Intake>({ state: 'none' });
  let control: AbortController | undefined;

  async function send(file: File, rollBack = false): Promise<void> {
    const mine = new AbortController();
    control?.abort();
    control = mine;
    const tell = (next: Intake) => {
      now.value = control === mine ? next : now.value;
    };
    tell({ state: 'going', file, sent: 0 });
    try {
      const release = await calls.takeIn(file, rollBack, { signal: mine.signal, onProgress: (sent) => tell({ state: 'going', file, sent }) });
      tell({ state: 'taken', release });
      taken(release);
    } catch (failure) {
      tell(mine.signal.aborted ? { state: 'none' } : { state: 'refused', file, failure });
    }
  }

  const cancel = () => control?.abort();
  onBeforeUnmount(cancel);
  return { now, send, cancel };
}
