import { ProblemError } from './problem';
import { useTexts } from './texts';

/** How a shell tells its reader something. */
export interface Notifier {
  done(text: string): void;
  fault(text: string, detail?: string): void;
  /** Offers to take back what was just done. */
  undo(text: string, label: string, action: () => void): void;
  /** Asks before something that can't be taken back. */
  confirm(question: string, title: string, yes: string, no: string): Promise<boolean>;
}

let notifier: Notifier = {
  done: () => {},
  fault: () => {},
  undo: () => {},
  confirm: async () => false,
};

export function useNotifier(given: Notifier): void {
  notifier = given;
}

const { t } = useTexts('sdk');

/** What to show of a failure, in the reader's language; a refused field comes with its reason. */
export function describe(failure: unknown): { text: string; detail: string } {
  if (failure instanceof ProblemError) {
    const faults = failure.errors.map((fault) => fault.detail).filter(Boolean);
    const lines = faults.length > 0 ? faults : [failure.detail].filter((line) => line && line !== failure.title);
    if (failure.requestId && failure.status >= 500) {
      lines.push(t('requestId', { id: failure.requestId }));
    }
    return { text: failure.title || t('failed', { status: failure.status }), detail: lines.join('\n') };
  }
  return { text: t('broken'), detail: failure instanceof Error ? failure.message : '' };
}

export const notify = {
  done: (text: string) => notifier.done(text),
  fault: (text: string, detail?: string) => notifier.fault(text, detail),
  /** Shows a refused call. A session that ended is the shell's affair. */
  problem: (failure: unknown) => {
    if (failure instanceof ProblemError && failure.status === 401) {
      return;
    }
    const { text, detail } = describe(failure);
    notifier.fault(text, detail);
  },
  undo: (text: string, action: () => void) => notifier.undo(text, t('undo'), action),
  confirm: (question: string, options: { title?: string; yes?: string } = {}) =>
    notifier.confirm(question, options.title ?? t('confirm.title'), options.yes ?? t('confirm.yes'), t('confirm.no')),
};
