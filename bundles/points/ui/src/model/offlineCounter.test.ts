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

const NOW = 1_800_000_000_000;
const voucher = (until = NOW / 1000 + 600) => ({ code: 'ABCD-EFGH', area: '340603002', reward: '1', until });

function counter(publicKey?: string, collect: (shown: Shown, key: string) => Promise<unknown> = async () => undefined) {
  const shelf = new Map<string, string>();
  const one = new OfflineCounter({ get: (name) => shelf.get(name) ?? null, put: (name, value) => void shelf.set(name, value) }, collect);
  if (publicKey) one.learn({ algorithm: 'Ed25519', publicKey, goodForSeconds: 600, tellWithinSeconds: 3600 });
  return one;
}

describe('a counter without a line', () => {
  test('hands over for a pass that the district signed, once, and keeps in mind to tell', async () => {
    const { publicKey, sign } = await signer();
    const one = counter(publicKey);
    const pass = await sign(voucher());
    expect(await one.handOver(pass, 'k1', NOW)).toBe('good');
    expect(await one.handOver(pass, 'k2', NOW)).toBe('again');
    expect(one.waiting().map(({ code }) => code)).toEqual(['ABCD-EFGH']);
  });

  test('refuses what is altered, signed by another, too old, or no pass', async () => {
    const { publicKey, sign } = await signer();
    const other = await signer();
    const one = counter(publicKey);
    const pass = await sign(voucher());
    const [mark, , signature] = pass.split('.');
    const altered = `${mark}.${url(base64(new TextEncoder().encode(JSON.stringify(voucher(NOW)))))}.${signature}`;
    expect(await one.handOver(altered, 'k', NOW)).toBe('not-ours');
    expect(await one.handOver(await other.sign(voucher()), 'k', NOW)).toBe('not-ours');
    expect(await one.handOver(await sign(voucher(NOW / 1000)), 'k', NOW)).toBe('expired');
    for (const text of ['', 'EZV1', 'EZV1..', 'EZV1.a.b', 'ABCD-EFGH', pass.replace('EZV1', 'EZV2')]) {
      expect(await readPass(text, publicKey)).toBeUndefined();
    }
    expect(one.waiting()).toEqual([]);
  });

  test('without the key nothing is handed over', async () => {
    expect(await counter().handOver('EZV1.a.b', 'k', NOW)).toBe('no-key');
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
