import type { Verdict } from './outbox';

interface Refusal {
  status: number;
  title: string;
  errors?: readonly { detail: string }[];
  detail?: string;
}

function isRefusal(failure: unknown): failure is Refusal {
  return typeof (failure as Refusal | null)?.status === 'number';
}

/** No network, a session that ended, a busy or restarting server: these pass. Any other answer is the server's word. */
export const verdict: Verdict = (failure) => {
  if (!isRefusal(failure)) {
    return { passing: false, because: failure instanceof Error ? failure.message : String(failure) };
  }
  const { status } = failure;
  if (status === 0 || status === 401 || status === 408 || status === 425 || status === 429 || status >= 500) {
    return { passing: true };
  }
  const reasons = (failure.errors ?? []).map((error) => error.detail).filter(Boolean);
  return { passing: false, because: reasons.join('; ') || failure.detail || failure.title };
};
