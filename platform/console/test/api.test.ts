import { beforeEach, describe, expect, it, vi } from 'vitest';
import { api, ProblemError, session, setLanguage } from '@ezhili/sdk';
import { me, ok, refused, serve } from './server';

const failure = async (call: Promise<unknown>): Promise<ProblemError> => {
  const caught: unknown = await call.catch((thrown: unknown) => thrown);
  expect(caught).toBeInstanceOf(ProblemError);
  return caught as ProblemError;
};

describe('a call to the platform', () => {
  beforeEach(async () => {
    setLanguage('zh');
    serve(ok(me()));
    await session.load();
  });

  it('says the language of the reader', async () => {
    const sent = serve(ok({}), ok({}));
    await api.get('/api/x');
    setLanguage('en');
    await api.get('/api/x');
    expect(sent.map((call) => call.headers.get('Accept-Language'))).toEqual(['zh-CN', 'en']);
  });

  it('leaves out of the address what is not asked', async () => {
    const sent = serve(ok({}));
    await api.get('/api/x', { area: '340603', role: null, q: '', limit: 0, overdue: false });
    expect(sent[0]?.path).toBe('/api/x?area=340603&limit=0&overdue=false');
  });

  it('carries the CSRF token when it writes and only then', async () => {
    const sent = serve(ok({}), ok({}), ok({}));
    await api.get('/api/x');
    await api.put('/api/x', {});
    await api.delete('/api/x');
    expect(sent.map((call) => call.headers.get('X-CSRF-Token'))).toEqual([null, 'token-1', 'token-1']);
  });

  it('has an idempotency key of its own for each post', async () => {
    const sent = serve(ok({}), ok({}), ok({}));
    await api.post('/api/x', {});
    await api.post('/api/x', {});
    await api.post('/api/x', {}, { idempotencyKey: 'kept' });
    const keys = sent.map((call) => call.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('kept');
  });

  it('keeps its idempotency key when it is sent again', async () => {
    const sent = serve(refused(503, 'module-away', {}, { 'Retry-After': '0' }), ok({ id: '1' }));
    await expect(api.post('/api/x', { a: 1 })).resolves.toEqual({ id: '1' });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.headers.get('Idempotency-Key')).toBe(sent[0]?.headers.get('Idempotency-Key'));
  });

  it('does not wait for a module that stays away for long', async () => {
    const sent = serve(refused(503, 'module-away', {}, { 'Retry-After': '600' }));
    expect((await failure(api.get('/api/x'))).retryAfter).toBe(600);
    expect(sent).toHaveLength(1);
  });

  it('gives up on a module that is away at the third try', async () => {
    const away = () => refused(503, 'module-away', {}, { 'Retry-After': '0' });
    const sent = serve(away(), away(), away());
    expect((await failure(api.get('/api/x'))).code).toBe('module-away');
    expect(sent).toHaveLength(3);
  });

  it('throws a refusal with its code, its faults and the number of the request', async () => {
    serve(refused(400, 'bad-request', { detail: 'two faults', errors: [{ field: 'name', code: 'not-blank', detail: 'give a name' }] }));
    const problem = await failure(api.post('/api/x', {}));
    expect(problem).toMatchObject({ status: 400, code: 'bad-request', message: 'two faults', requestId: 'r-1' });
    expect(problem.fault('name')).toBe('give a name');
    expect(problem.fault('area')).toBeUndefined();
  });

  it.each(['<html>Bad gateway</html>', '', '{"title":'])('understands an answer that is no problem: %s', async (body) => {
    serve(new Response(body, { status: 502, headers: { 'X-Request-Id': 'r-9' } }));
    expect(await failure(api.get('/api/x'))).toMatchObject({ status: 502, code: 'http-502', requestId: 'r-9' });
  });

  it('says that the server was not reached', async () => {
    serve(new TypeError('Failed to fetch'));
    expect(await failure(api.get('/api/x'))).toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('leaves a call that was called off alone', async () => {
    const control = new AbortController();
    control.abort();
    serve(new DOMException('aborted', 'AbortError'));
    await expect(api.get('/api/x', undefined, { signal: control.signal })).rejects.toThrow('aborted');
  });

  it('fetches a new CSRF token when the old one is refused, once', async () => {
    const sent = serve(refused(403, 'csrf'), ok(me({ csrf: 'token-2' })), ok({ done: true }));
    await expect(api.put('/api/x', {})).resolves.toEqual({ done: true });
    expect(sent[2]?.headers.get('X-CSRF-Token')).toBe('token-2');

    serve(refused(403, 'csrf'), ok(me({ csrf: 'token-2' })));
    expect((await failure(api.put('/api/x', {}))).code).toBe('csrf');
  });

  it('knows an answer without content', async () => {
    serve(new Response(null, { status: 204 }));
    await expect(api.delete('/api/x')).resolves.toBeUndefined();
  });

  it('reads a list to its end', async () => {
    const sent = serve(ok({ items: [1, 2], next: 'c' }), ok({ items: [3], next: null }));
    await expect(api.all('/api/x', { area: '340603' })).resolves.toEqual([1, 2, 3]);
    expect(sent[1]?.path).toContain('cursor=c');
  });

  it('stops reading a list that has no end', async () => {
    serve(ok({ items: [1, 2], next: 'c' }), ok({ items: [3, 4], next: 'c' }));
    await expect(api.all('/api/x', {}, 4)).resolves.toHaveLength(4);
  });

  it('ends the session when the server knows it no more', async () => {
    const ended = vi.fn();
    session.onEnd(ended);
    serve(refused(401, 'unauthenticated'));
    await failure(api.get('/api/x'));
    expect(session.me).toBeNull();
    expect(session.state.expired).toBe(true);
    expect(ended).toHaveBeenCalledOnce();
  });
});
