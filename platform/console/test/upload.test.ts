import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, ProblemError } from '@ezhili/sdk';

interface Planned {
  status: number;
  body?: string;
  headers?: string;
}

const ABORTED = { name: 'AbortError' };

/** Stands in for the browser's own: gives the answers in their order, none of them before it is let go when there are none left. */
function serve(...answers: Planned[]) {
  const sent: { headers: Record<string, string>; body: unknown }[] = [];
  class Call {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    status = 0;
    responseText = '';
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    private planned: Planned | undefined;
    private readonly headers: Record<string, string> = {};
    open = () => undefined;
    abort = () => this.onabort?.();
    setRequestHeader = (name: string, value: string) => (this.headers[name] = value);
    getAllResponseHeaders = () => this.planned?.headers ?? '';
    send = (body: Blob) => {
      sent.push({ headers: this.headers, body });
      this.planned = answers.shift();
      this.upload.onprogress?.({ loaded: body.size / 2, total: body.size });
      this.status = this.planned?.status ?? 0;
      this.responseText = this.planned?.body ?? '';
      if (this.planned) {
        queueMicrotask(() => (this.status === 0 ? this.onerror?.() : this.onload?.()));
      }
    };
  }
  vi.stubGlobal('XMLHttpRequest', Call);
  return sent;
}

const FILE = new Blob(['x'.repeat(1000)]);
const upload = (options = {}) => api.upload<{ id: string }>('/api/x', FILE, 'application/octet-stream', { onProgress: () => {}, ...options });

describe('an upload that is watched', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('tells how far it is, and gives the file as it is', async () => {
    const sent = serve({ status: 201, body: '{"id":"1"}' });
    const told: number[][] = [];
    await expect(upload({ onProgress: (...now: number[]) => told.push(now) })).resolves.toEqual({ id: '1' });
    expect(told).toEqual([[500, 1000]]);
    expect(sent[0]?.body).toBe(FILE);
    expect(sent[0]?.headers['content-type']).toBe('application/octet-stream');
    expect(sent[0]?.headers['idempotency-key']).toBeTruthy();
  });

  it('is refused the way every call is', async () => {
    serve({ status: 422, body: '{"title":"Not signed","code":"archive-unsigned","detail":"why"}', headers: 'X-Request-Id: r-7\r\n' });
    await expect(upload()).rejects.toMatchObject({ status: 422, code: 'archive-unsigned', detail: 'why', requestId: 'r-7' });
  });

  it('is sent again when the module comes back soon', async () => {
    const sent = serve({ status: 503, body: '{"code":"module-away"}', headers: 'Retry-After: 0\r\n' }, { status: 200, body: '{}' });
    await upload();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.headers).toEqual(sent[0]?.headers);
  });

  it('says that the server was not reached', async () => {
    serve({ status: 0 });
    const failure = await upload().catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ProblemError);
    expect(failure).toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('can be called off on its way and before', async () => {
    serve();
    const control = new AbortController();
    const going = upload({ signal: control.signal });
    control.abort();
    await expect(going).rejects.toMatchObject(ABORTED);
    await expect(upload({ signal: control.signal })).rejects.toMatchObject(ABORTED);
  });

  it('knows an answer without content', async () => {
    serve({ status: 204 });
    await expect(upload()).resolves.toBeUndefined();
  });
});
