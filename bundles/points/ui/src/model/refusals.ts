const PASSING = [408, 429];
const OF_THE_SESSION = [401, 403];

const statusOf = (failure: unknown) => (failure as { status?: number } | null | undefined)?.status ?? 0;
export const codeOf = (failure: unknown) => (failure as { code?: string } | null | undefined)?.code;

/** Whether the server has decided. While the line is down or the server is in trouble, nobody knows what became of a call. */
export function isRefusal(failure: unknown): boolean {
  const status = statusOf(failure);
  return status >= 400 && status < 500 && !PASSING.includes(status);
}

/** Whether it would be refused whoever is signed in. */
export const isFinal = (failure: unknown) => isRefusal(failure) && !OF_THE_SESSION.includes(statusOf(failure));
