import { freshKey, ProblemError } from '@ezhili/sdk';
import { t } from '../texts';
import { isRefusal } from './refusals';

/** What was sent first has arrived after all, and something else was asked for since. */
function inWords(failure: unknown): unknown {
  return failure instanceof ProblemError && failure.code === 'idempotency-key-reused'
    ? new ProblemError({ status: failure.status, code: failure.code, title: t('once.arrived'), detail: t('once.look') })
    : failure;
}

/**
 * What a page or dialog does, each thing once: its key is kept until the server has said what became of it, so that who presses again after a
 * lost answer does it once. `of` tells the things apart where there are several.
 */
export function useOnce() {
  const keys = new Map<string, string>();

  return async function once<T>(call: (key: string) => Promise<T>, of = ''): Promise<T> {
    const key = keys.get(of) ?? freshKey();
    keys.set(of, key);
    try {
      const answer = await call(key);
      keys.delete(of);
      return answer;
    } catch (caught) {
      if (isRefusal(caught)) {
        keys.delete(of);
      }
      throw inWords(caught);
    }
  };
}
