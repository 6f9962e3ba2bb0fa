/** What a counter keeps to hand rewards over while its line is down: the district's key, and what it must tell later. */
export interface Shelf {
  get(name: string): string | null;
  put(name: string, value: string): void;
}

export interface CounterKey {
  algorithm: string;
  publicKey: string;
  goodForSeconds: number;
  tellWithinSeconds: number;
}

export interface HandedOut {
  pass: string;
  code: string;
  at: string;
  key: string;
}

export interface ReadPass {
  code: string;
  area: string;
  reward: string;
  until: number;
}

const KEY = 'points.counterKey';
const WAITING = 'points.handedOut';

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  const all = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) all[i] = text.charCodeAt(i);
  return all;
}

/** What a pass says, when this district signed it; nothing when it did not, or when this browser can't tell. */
export async function readPass(pass: string, publicKey: string): Promise<ReadPass | undefined> {
  const [mark, payload, signature] = pass.split('.');
  if (mark !== 'EZV1' || !payload || !signature || !globalThis.crypto?.subtle) return undefined;
  try {
    const key = await crypto.subtle.importKey('spki', bytes(publicKey), { name: 'Ed25519' }, false, ['verify']);
    const said = bytes(payload);
    if (!(await crypto.subtle.verify({ name: 'Ed25519' }, key, bytes(signature), said))) return undefined;
    return JSON.parse(new TextDecoder().decode(said)) as ReadPass;
  } catch {
    return undefined;
  }
}

export type OfflineAnswer = 'no-key' | 'not-ours' | 'expired' | 'again' | 'good';

/** A counter whose line is down for a while. */
export class OfflineCounter {
  constructor(
    private readonly shelf: Shelf,
    /** Hands a voucher over by the line; throws `{ code: 'unreachable' }` while there is none. */
    private readonly collect: (code: string, idempotencyKey: string) => Promise<unknown>,
  ) {}

  learn(key: CounterKey): void {
    this.shelf.put(KEY, JSON.stringify(key));
  }

  waiting(): HandedOut[] {
    return read<HandedOut[]>(this.shelf.get(WAITING)) ?? [];
  }

  /** Decides without a line whether to hand over, and writes down that it was done. */
  async handOver(pass: string, idempotencyKey: string, now = Date.now()): Promise<OfflineAnswer> {
    const known = read<CounterKey>(this.shelf.get(KEY));
    if (!known) return 'no-key';
    const said = await readPass(pass, known.publicKey);
    if (!said) return 'not-ours';
    if (said.until * 1000 <= now) return 'expired';
    const all = this.waiting();
    if (all.some((one) => one.code === said.code)) return 'again';
    this.shelf.put(WAITING, JSON.stringify([...all, { pass, code: said.code, at: new Date(now).toISOString(), key: idempotencyKey }]));
    return 'good';
  }

  /** Tells what was handed out; answers how many were told. What is refused is given to `refused`, once. */
  async tell(refused: (one: HandedOut, failure: unknown) => void): Promise<number> {
    let told = 0;
    for (const one of this.waiting()) {
      try {
        await this.collect(one.code, one.key);
        told++;
      } catch (failure) {
        if ((failure as { code?: string }).code === 'unreachable') return told;
        refused(one, failure);
      }
      this.shelf.put(WAITING, JSON.stringify(this.waiting().filter((other) => other.key !== one.key)));
    }
    return told;
  }
}

function read<T>(text: string | null): T | undefined {
  try {
    return (JSON.parse(text ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
