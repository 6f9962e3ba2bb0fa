import { describe, expect, test } from 'vitest';
import { OfflineCounter, readPass } from './offlineCounter';

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

function counter(publicKey?: string, collect: (code: string) => Promise<unknown> = async () => undefined) {
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
    const one = counter(publicKey, async (code) => {
      if (!line) throw { code: 'unreachable' };
      if (code === 'GONE') throw { code: 'voucher-ended' };
    });
    await one.handOver(await sign(voucher()), 'k1', NOW);
    await one.handOver(await sign({ ...voucher(), code: 'GONE' }), 'k2', NOW);
    const refused: string[] = [];
    const hear = ({ code }: { code: string }) => void refused.push(code);
    expect(await one.tell(hear)).toBe(0);
    expect(one.waiting()).toHaveLength(2);
    line = true;
    expect(await one.tell(hear)).toBe(1);
    expect(refused).toEqual(['GONE']);
    expect(one.waiting()).toEqual([]);
  });
});
