import { codeOf, isFinal } from './refusals';

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
  /** Its pass has become too old to be told by: from now on it is told by its code. */
  late?: boolean;
}

export interface ReadPass {
  code: string;
  area: string;
  reward: string;
  until: number;
}

/** What a counter shows of a voucher. */
export type Shown = { code?: string; pass?: string };

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
    private readonly collect: (shown: Shown, idempotencyKey: string) => Promise<unknown>,
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
    this.keep([...all, { pass, code: said.code, at: new Date(now).toISOString(), key: idempotencyKey }]);
    return 'good';
  }

  /**
   * Tells what was handed out; answers how many were told, and why others still wait. What is refused for good is given to `refused`, once.
   */
  async tell(refused: (one: HandedOut, failure: unknown) => void): Promise<{ told: number; held?: unknown }> {
    let told = 0;
    let held: unknown;
    for (const one of this.waiting()) {
      try {
        await this.tellOne(one);
        told++;
        this.forget(one);
      } catch (failure) {
        if (isFinal(failure)) {
          refused(one, failure);
          this.forget(one);
        } else {
          held = failure;
          if (codeOf(failure) === 'unreachable') break;
        }
      }
    }
    return { told, held };
  }

  /**
   * First as it was scanned, with the same key: the answer to that may have been lost. A pass that is too old by now was not taken then; its code
   * is told with a key of its own, and by that alone from then on.
   */
  private async tellOne(one: HandedOut): Promise<void> {
    if (!one.late) {
      try {
        await this.collect({ pass: one.pass }, one.key);
        return;
      } catch (failure) {
        if (codeOf(failure) !== 'pass-expired') throw failure;
        this.keep(this.waiting().map((other) => (other.key === one.key ? { ...other, late: true } : other)));
      }
    }
    await this.collect({ code: one.code }, `${one.key}.code`);
  }

  private forget(one: HandedOut): void {
    this.keep(this.waiting().filter((other) => other.key !== one.key));
  }

  private keep(all: HandedOut[]): void {
    this.shelf.put(WAITING, JSON.stringify(all));
  }
}

function read<T>(text: string | null): T | undefined {
  try {
    return (JSON.parse(text ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
