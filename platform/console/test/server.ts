import { vi } from 'vitest';

export interface Sent {
  method: string;
  path: string;
  headers: Headers;
  body: string | undefined;
}

/** Stands in for the server: gives the answers in their order and keeps what was sent. */
export function serve(...answers: (Response | Error | DOMException)[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, request: RequestInit) => {
      sent.push({ method: request.method ?? 'GET', path, headers: new Headers(request.headers), body: request.body as string | undefined });
      const answer = answers.shift();
      if (!answer) {
        throw new Error(`nothing prepared for ${path}`);
      }
      if (!(answer instanceof Response)) {
        throw answer;
      }
      return answer;
    }),
  );
  return sent;
}

export const ok = (body: unknown): Response => new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } });

export const refused = (status: number, code: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: `urn:ezhili:problem:${code}`, title: `title of ${code}`, status, code, requestId: 'r-1', ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });

export const me = (more: Record<string, unknown> = {}) => ({
  account: 'street.east',
  name: 'East',
  grants: [{ role: 'street', area: '340603002' }],
  permissions: { 'matters.read': ['340603002'] },
  csrf: 'token-1',
  ...more,
});
