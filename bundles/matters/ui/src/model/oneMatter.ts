import { computed, ref, shallowRef } from 'vue';
import { act, candidates, find, history } from './calls';
import { bodyOf, formFor, openActions, type ActionForm, type Entries } from './actionForm';
import { freshKey } from '@ezhili/sdk';
import type { Action, Candidate, OpenMatter, Step } from './matter';

/** Whether somebody else was faster: the version we hold is no longer the matter's. */
export function isStale(failure: unknown): boolean {
  return (failure as { code?: string } | undefined)?.code === 'stale-version';
}

/** One matter with its history, and the way to act on it. */
export function useMatter() {
  const matter = shallowRef<OpenMatter>();
  const steps = shallowRef<Step[]>([]);
  const loading = ref(false);
  const failure = shallowRef<unknown>();

  async function load(id: string) {
    loading.value = true;
    failure.value = undefined;
    try {
      const [found, past] = await Promise.all([find(id), history(id)]);
      matter.value = found;
      steps.value = past;
    } catch (caught) {
      failure.value = caught;
    } finally {
      loading.value = false;
    }
  }

  return {
    matter,
    steps,
    loading,
    failure,
    load,
    actions: computed(() => (matter.value ? openActions(matter.value) : [])),
    formOf(action: Action): ActionForm {
      return formFor(action, matter.value?.actionNeeds?.[action]);
    },
  };
}

/**
 * One filling-in of an action's form. Its key is made once, so that a person who presses again after a lost answer acts
 * once.
 */
export function useAct(id: string, version: number, form: ActionForm) {
  const key = freshKey();
  const handlers = shallowRef<Candidate[]>();
  return {
    handlers,
    async askHandlers() {
      handlers.value = form.handler ? await candidates(id) : [];
    },
    async send(entries: Entries) {
      await act(id, bodyOf(form, version, entries), key);
    },
  };
}
