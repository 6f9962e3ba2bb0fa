import { describe, expect, test } from 'vitest';
import { OfflineCounter, readPass, type Shown } from './offlineCounter';

const base64 = (all: ArrayBuffer | Uint8Array) => btoa(String.fromCharCode(...new Uint8Array(all as ArrayBuffer)));
const url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function signer() {
  const keys = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = base64(await crypto.subtle.exportKey('spki', keys.publicKey));
  const sign = async (payload: object) => {
    const said = new TextEncoder().encode(JSON.stringify(payload));
    return `EZV1.${url(base64(said))}.${url(base64(await crypto.subtle.sign({ name: 'Ed25519' }, keys.privateKey, said)))}`;
  };
  return { publicKey, sign };
}

const STREET = '340603002';
const NOW = 1_800_000_000_000;
const voucher = (until = NOW / 1000 + 600) => ({ code: 'ABCD-EFGH', area: STREET, reward: '1', until });

function counter(publicKey?: string, collect: (shown: Shown, key: string) => Promise<unknown> = async () => undefined, areas = [STREET]) {
  const shelf = new Map<string, string>();
  const one = new OfflineCounter({ get: (name) => shelf.get(name) ?? null, put: (name, value) => void shelf.set(name, value) }, collect);
  if (publicKey) one.learn({ algorithm: 'Ed25519', publicKey, goodForSeconds: 600, tellWithinSeconds: 3600 }, areas);
  return one;
}

describe('a counter without a line', () => {
  test('hands over for a pass that the district signed, once, and keeps in mind to tell', async () => {
    const { publicKey, sign } = await signer();
    const one = counter(publicKey);
    const pass = await sign(voucher());
    expect((await one.handOver(pass, 'k1', NOW)).answer).toBe('good');
    expect((await one.handOver(pass, 'k2', NOW)).answer).toBe('again');
    expect(one.waiting().map(({ code }) => code)).toEqual(['ABCD-EFGH']);
  });

  test('refuses what is altered, signed by another, too old, or no pass', async () => {
    const { publicKey, sign } = await signer();
    const other = await signer();
    const one = counter(publicKey);
    const pass = await sign(voucher());
    const [mark, , signature] = pass.split('.');
    const altered = `${mark}.${url(base64(new TextEncoder().encode(JSON.stringify(voucher(NOW)))))}.${signature}`;
    expect((await one.handOver(altered, 'k', NOW)).answer).toBe('not-ours');
    expect((await one.handOver(await other.sign(voucher()), 'k', NOW)).answer).toBe('not-ours');
    expect((await one.handOver(await sign(voucher(NOW / 1000)), 'k', NOW)).answer).toBe('expired');
    for (const text of ['', 'EZV1', 'EZV1..', 'EZV1.a.b', 'ABCD-EFGH', pass.replace('EZV1', 'EZV2')]) {
      expect(await readPass(text, publicKey)).toBeUndefined();
    }
    expect(one.waiting()).toEqual([]);
  });

  test('without the key nothing is handed over', async () => {
    expect((await counter().handOver('EZV1.a.b', 'k', NOW)).answer).toBe('no-key');
  });

  test.each([
    ['340603002', ['340603002'], 'good'],
    ['340603002', ['340603002001'], 'good'],
    ['340603', ['340603002'], 'good'],
    ['340603002', ['340603003', '340603002'], 'good'],
    ['340603003', ['340603002'], 'elsewhere'],
    ['340603002', ['340603'], 'elsewhere'],
    ['340603002', [], 'elsewhere'],
  ])('a reward of %s at a counter of %s: %s, as the server decides', async (area, areas, answer) => {
    const { publicKey, sign } = await signer();
    const one = counter(publicKey, undefined, areas);
    expect((await one.handOver(await sign({ ...voucher(), area }), 'k', NOW)).answer).toBe(answer);
    expect(one.waiting()).toHaveLength(answer === 'good' ? 1 : 0);
  });

  test('a key that was learnt without areas is not enough', async () => {
    const { publicKey, sign } = await signer();
    const shelf = new Map([['points.counterKey', JSON.stringify({ algorithm: 'Ed25519', publicKey })]]);
    const one = new OfflineCounter({ get: (name) => shelf.get(name) ?? null, put: (name, value) => void shelf.set(name, value) }, async () => undefined);
    expect(await one.handOver(await sign(voucher()), 'k', NOW)).toEqual({ answer: 'no-key' });
  });

  test('says which reward it is, or else the code', async () => {
    const { publicKey, sign } = await signer();
    const one = counter(publicKey);
    expect(await one.handOver(await sign(voucher()), 'k1', NOW)).toEqual({ answer: 'good', what: 'ABCD-EFGH' });
    one.name([{ id: '1', title: 'Rice' }]);
    one.name([{ id: '1', title: 'Rice, 5 kg' }, { id: '2', title: 'Oil' }]);
    expect(await one.handOver(await sign({ ...voucher(), code: 'OTHER' }), 'k2', NOW)).toEqual({ answer: 'good', what: 'Rice, 5 kg' });
    one.name(Array.from({ length: 200 }, (_, n) => ({ id: `many ${n}`, title: 'x' })));
    expect((await one.handOver(await sign({ ...voucher(), code: 'THIRD' }), 'k3', NOW)).what).toBe('THIRD');
  });

  test('what was handed out is not handed out again once it has been told, while any pass of it may be good', async () => {
    const { publicKey, sign } = await signer();
    const one = counter(publicKey);
    await one.handOver(await sign(voucher()), 'k1', NOW);
    await one.tell(() => undefined);
    expect(one.waiting()).toEqual([]);
    const renewed = await sign(voucher(NOW / 1000 + 599));
    expect((await one.handOver(renewed, 'k2', NOW + 598_000)).answer).toBe('again');
    expect((await one.handOver(await sign(voucher(NOW / 1000 + 900)), 'k3', NOW + 601_000)).answer).toBe('good');
  });

  test.each(['pass', 'code'])('what was collected by the line by its %s is not handed out again without one', async (by) => {
    const { publicKey, sign } = await signer();
    const one = counter(publicKey);
    const pass = await sign({ ...voucher(), code: 'AB0D-EFGH' });
    await one.collected(by === 'pass' ? { pass } : { code: ' abodefgh' }, NOW);
    expect((await one.handOver(pass, 'k', NOW + 1000)).answer).toBe('again');
  });

  test('what was handed out is told when the line is back; what is refused is said once; nothing is lost meanwhile', async () => {
    const { publicKey, sign } = await signer();
    let line = false;
    const gone = await sign({ ...voucher(), code: 'GONE' });
    const one = counter(publicKey, async ({ pass }) => {
      if (!line) throw { status: 0, code: 'unreachable' };
      if (pass === gone) throw { status: 409, code: 'voucher-ended' };
    });
    await one.handOver(await sign(voucher()), 'k1', NOW);
    await one.handOver(gone, 'k2', NOW);
    const refused: string[] = [];
    const hear = ({ code }: { code: string }) => void refused.push(code);
    expect((await one.tell(hear)).told).toBe(0);
    expect(one.waiting()).toHaveLength(2);
    line = true;
    expect((await one.tell(hear)).told).toBe(1);
    expect(refused).toEqual(['GONE']);
    expect(one.waiting()).toEqual([]);
  });

  /** A counter that has handed one over; the answers come in turn, `ok` is one that takes it. */
  async function handedOut(...answers: ('ok' | { status: number; code?: string })[]) {
    const { publicKey, sign } = await signer();
    const sent: string[] = [];
    const one = counter(publicKey, async ({ code, pass }, key) => {
      sent.push(`${pass ? 'pass' : code} ${key}`);
      const answer = answers.shift() ?? 'ok';
      if (answer !== 'ok') throw answer;
    });
    await one.handOver(await sign(voucher()), 'k1', NOW);
    const refused: unknown[] = [];
    return { one, sent, refused, tell: () => one.tell((_, failure) => refused.push(failure)) };
  }

  test.each([0, 401, 403, 408, 429, 500, 503])('what could not be told for now is kept and told later: %s', async (status) => {
    const { one, refused, tell } = await handedOut({ status });
    expect(await tell()).toEqual({ told: 0, held: { status } });
    expect(one.waiting()).toHaveLength(1);
    expect((await tell()).told).toBe(1);
    expect(one.waiting()).toEqual([]);
    expect(refused).toEqual([]);
  });

  test.each([{ status: 404 }, { status: 409, code: 'voucher-ended' }, { status: 409, code: 'voucher-expired' }])('what is refused for good is said and forgotten: %o', async (failure) => {
    const { one, refused, tell } = await handedOut(failure);
    expect((await tell()).told).toBe(0);
    expect(refused).toEqual([failure]);
    expect(one.waiting()).toEqual([]);
  });

  test('it is told as it was scanned, with the same key: the first answer may have been lost', async () => {
    const { sent, tell } = await handedOut({ status: 500 });
    await tell();
    await tell();
    expect(sent).toEqual(['pass k1', 'pass k1']);
  });

  test('a pass that has become too old is told by its code, with one other key however often', async () => {
    const { one, sent, refused, tell } = await handedOut({ status: 409, code: 'pass-expired' }, { status: 0, code: 'unreachable' }, 'ok');
    expect((await tell()).told).toBe(0);
    expect(one.waiting()).toHaveLength(1);
    expect((await tell()).told).toBe(1);
    expect(sent).toEqual(['pass k1', 'ABCD-EFGH k1.code', 'ABCD-EFGH k1.code']);
    expect(refused).toEqual([]);
  });
});
