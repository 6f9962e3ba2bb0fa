import { ProblemError, problemOf } from './problem';
import { language, useTexts } from './texts';
import { transfer, type Progress } from './transfer';

export type Query = Record<string, string | number | boolean | null | undefined>;

/** A page of any list of the platform. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface CallOptions {
  query?: Query;
  /** Makes a repeated write count once; each call has a fresh one unless the caller keeps its own over retries. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Is told how much of what is sent has gone up; for what takes long enough to be watched. */
  onProgress?: Progress;
  headers?: Record<string, string>;
  /** Hold back the answer "signed out" from the shell: the caller deals with it. */
  quiet?: boolean;
}

/** How the API knows who calls; the session plugs itself in here. */
export interface Credentials {
  csrf(): string | undefined;
  /** The CSRF token was refused: fetch the session's present one. Answers whether there is a new one. */
  renew(): Promise<boolean>;
  expired(): void;
}

let credentials: Credentials = { csrf: () => undefined, renew: async () => false, expired: () => {} };

export function useCredentials(given: Credentials): void {
  credentials = given;
}

const { t } = useTexts('sdk');
const PATIENCE_SECONDS = 5;
const TRIES = 3;

export function freshKey(): string {
  return typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function addressOf(path: string, query: Query | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') {
      parameters.append(name, String(value));
    }
  }
  const text = parameters.toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

async function send(method: string, path: string, body: BodyInit | undefined, headers: Headers, options: CallOptions): Promise<Response> {
  const csrf = credentials.csrf();
  if (csrf && method !== 'GET') {
    headers.set('X-CSRF-Token', csrf);
  }
  const address = addressOf(path, options.query);
  const request: RequestInit = { method, headers, body, credentials: 'same-origin', cache: 'no-store', signal: options.signal };
  try {
    return await (options.onProgress ? transfer(address, request, options.onProgress) : fetch(address, request));
  } catch (failure) {
    if (options.signal?.aborted) {
      throw failure;
    }
    throw new ProblemError({ status: 0, code: 'unreachable', title: t('unreachable') });
  }
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

async function call(method: string, path: string, body: BodyInit | undefined, type: string | undefined, options: CallOptions): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language() === 'zh' ? 'zh-CN' : 'en', ...options.headers });
  if (type) {
    headers.set('Content-Type', type);
  }
  if (method === 'POST') {
    headers.set('Idempotency-Key', options.idempotencyKey ?? freshKey());
  }
  for (let attempt = 1; ; attempt++) {
    const response = await send(method, path, body, headers, options);
    if (response.ok) {
      return response;
    }
    const problem = await problemOf(response, t('failed', { status: response.status }));
    const again = attempt < TRIES;
    if (again && problem.status === 403 && problem.code === 'csrf' && (await credentials.renew())) {
      continue;
    }
    // a module that is being upgraded says when it is back: the reader needn't know
    if (again && problem.status === 503 && problem.retryAfter !== undefined && problem.retryAfter <= PATIENCE_SECONDS) {
      await pause(problem.retryAfter);
      continue;
    }
    if (problem.status === 401 && !options.quiet) {
      credentials.expired();
    }
    throw problem;
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204 || response.headers.get('Content-Length') === '0') {
    return undefined as T;
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function json<T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return read<T>(await call(method, path, text, text === undefined ? undefined : 'application/json', options));
}

/**
 * The platform's REST, as the signed-in person. A refusal is thrown as {@link ProblemError}; each POST carries an
 * Idempotency-Key; an answer 503 that says when to come back is waited for.
 */
export const api = {
  get: async <T>(path: string, query?: Query, options: CallOptions = {}): Promise<T> =>
    read<T>(await call('GET', path, undefined, undefined, { ...options, query })),
  post: <T>(path: string, body?: unknown, options?: CallOptions) => json<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: CallOptions) => json<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options?: CallOptions) => json<T>('PATCH', path, body, options),
  delete: <T = void>(path: string, options?: CallOptions) => json<T>('DELETE', path, undefined, options),
  /** Sends a file or a text as it is, e.g. a photo or a CSV; `options.onProgress` is told how far it is. */
  upload: async <T>(path: string, content: Blob | string, type: string, options: CallOptions = {}): Promise<T> =>
    read<T>(await call('POST', path, content, type, options)),
  /** Reads all pages of a list, at most `limit` items. */
  all: async <T>(path: string, query: Query = {}, limit = 2000): Promise<T[]> => {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<T> = await api.get<Page<T>>(path, { limit: 200, ...query, cursor });
      items.push(...page.items);
      cursor = page.next;
    } while (cursor && items.length < limit);
    return items;
  },
};
