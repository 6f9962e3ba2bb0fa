import { expect, test } from 'vitest';
import type { OfflineCounter } from './offlineCounter';
import { teller } from './telling';

/** A counter with one voucher to be told; the answers come in turn. */
function toldBy(...answers: { told: number; held?: unknown }[]) {
  let tells = 0;
  const said: number[] = [];
  const counter = {
    waiting: () => (answers.length ? ['one'] : []),
    tell: async () => {
      tells++;
      await Promise.resolve();
      return answers.shift() ?? { told: 0 };
    },
  } as unknown as OfflineCounter;
  return { ...teller(counter, { told: (many) => said.push(many), refused: () => undefined }), said, tells: () => tells };
}

test('never tells twice at once, and says once what was told', async () => {
  const { tell, said, tells } = toldBy({ told: 1 }, { told: 2 });
  await Promise.all([tell(), tell()]);
  expect(tells()).toBe(1);
  await tell();
  expect(said).toEqual([1, 2]);
});

test('answers why something still waits, and tries again until nothing does', async () => {
  const { tell, retry, tells } = toldBy({ told: 0, held: { status: 0, code: 'unreachable' } }, { told: 1 });
  expect(await tell()).toEqual({ status: 0, code: 'unreachable' });
  await retry();
  await retry();
  expect(tells()).toBe(2);
});

test('what this account may not tell is left alone until somebody asks', async () => {
  const { tell, retry, tells } = toldBy({ told: 0, held: { status: 403, code: 'own-voucher' } }, { told: 1 });
  await tell();
  await retry();
  expect(tells()).toBe(1);
  await tell();
  expect(tells()).toBe(2);
});
