import { describe, expect, test, vi } from 'vitest';
import { ProblemError } from '@ezhili/sdk';
import { useOnce } from './once';
import { isFinal, isRefusal } from './refusals';

vi.mock('@ezhili/sdk', () => ({
  freshKey: () => crypto.randomUUID(),
  useTexts: () => ({ t: (key: string) => key }),
  ProblemError: class extends Error {
    constructor(said: { title: string }) {
      super(said.title);
      Object.assign(this, said);
    }
  },
}));

const problem = (status: number, code = `http-${status}`) => new ProblemError({ status, code, title: code });

/** The keys that were sent while the server answered so, in turn; `ok` is an answer. */
async function sent(answers: ('ok' | Error)[], of: (turn: number) => string | undefined = () => undefined) {
  const once = useOnce();
  const keys: string[] = [];
  for (const [turn, answer] of answers.entries()) {
    await once(async (key) => {
      keys.push(key);
      if (answer !== 'ok') throw answer;
    }, of(turn)).catch(() => undefined);
  }
  return keys;
}

describe('what is done once', () => {
  test.each([problem(0, 'unreachable'), problem(408), problem(429), problem(500), problem(503), new TypeError('the answer broke off')])(
    'keeps its key when nobody knows what became of it: %s',
    async (failure) => {
      const [first, second, third] = await sent([failure, failure, 'ok']);
      expect(second).toBe(first);
      expect(third).toBe(first);
    },
  );

  test.each(['ok' as const, problem(400), problem(403), problem(404), problem(409), problem(422)])('has another key the next time after %s', async (answer) => {
    const [first, second] = await sent([answer, 'ok']);
    expect(second === first).toBe(false);
  });

  test('does not share its key with another thing on the same page', async () => {
    const [one, other, again] = await sent([problem(0), problem(0), 'ok'], (turn) => ['one', 'other', 'one'][turn]);
    expect(other === one).toBe(false);
    expect(again).toBe(one);
  });

  test('hands on the answer, and the failure as it is', async () => {
    const once = useOnce();
    expect(await once(async () => 42)).toBe(42);
    const refused = problem(409, 'sold-out');
    await expect(once(() => Promise.reject(refused))).rejects.toBe(refused);
  });

  test('says in words that what was sent first has arrived', async () => {
    const once = useOnce();
    await expect(once(() => Promise.reject(problem(422, 'idempotency-key-reused')))).rejects.toMatchObject({ status: 422, title: 'once.arrived', detail: 'once.look' });
  });

  test('takes for a refusal only what a server has decided', () => {
    expect([undefined, null, {}, 'down', { status: 0 }, problem(599)].some(isRefusal)).toBe(false);
    expect(isRefusal(problem(409))).toBe(true);
    expect([401, 403].map((status) => [isRefusal(problem(status)), isFinal(problem(status))])).toEqual([
      [true, false],
      [true, false],
    ]);
  });
});
