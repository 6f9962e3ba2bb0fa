import { codeOf, isFinal, isRefusal } from './refusals';

/**
 * What a counter keeps to hand rewards over while its line is down: the district's key, its own areas, what rewards are called, what was handed out
 * just now, and what it must tell later.
 */
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

interface Learnt extends CounterKey {
  /** Where whoever stands at the counter hands rewards over. */
  areas?: string[];
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
const TITLES = 'points.counterTitles';
const WAITING = 'points.handedOut';
const GONE = 'points.handedOutLately';
const MOST_TITLES = 200;

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

export type OfflineAnswer = 'no-key' | 'not-ours' | 'elsewhere' | 'expired' | 'again' | 'good';

export interface OfflineOutcome {
  answer: OfflineAnswer;
  /** Which reward: its title, or else the voucher's code. */
  what?: string;
}

/** A voucher that is gone, for as long as a pass of it may still look good. */
interface Gone {
  code: string;
  until: number;
}

/** As the server reads a code that was typed: without blanks and hyphens, with the digits that letters are taken for. */
const bare = (code: string) =>
  code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll('I', '1').replaceAll('Z', '2').replaceAll('S', '5');

/** As the server decides: a counter hands out what is its street's or the whole district's, never what another area has put up. */
const isHandedOutIn = (areas: readonly string[], reward: string) => areas.some((area) => area.startsWith(reward));

/** A counter whose line is down for a while. */
export class OfflineCounter {
  constructor(
    private readonly shelf: Shelf,
    /** Hands a voucher over by the line; throws `{ code: 'unreachable' }` while there is none. */
    private readonly collect: (shown: Shown, idempotencyKey: string) => Promise<unknown>,
  ) {}

  learn(key: CounterKey, areas: readonly string[]): void {
    this.shelf.put(KEY, JSON.stringify({ ...key, areas }));
  }

  /** Keeps what rewards are called; those that were named last push out the others. */
  name(rewards: readonly { id: string; title: string }[]): void {
    const fresh = rewards.map(({ id, title }): [string, string] => [id, title]);
    const known = this.titles().filter(([id]) => !fresh.some(([other]) => other === id));
    this.shelf.put(TITLES, JSON.stringify([...fresh, ...known].slice(0, MOST_TITLES)));
  }

  waiting(): HandedOut[] {
    return read<HandedOut[]>(this.shelf.get(WAITING)) ?? [];
  }

  /** Decides without a line whether to hand over, and writes down that it was done. */
  async handOver(pass: string, idempotencyKey: string, now = Date.now()): Promise<OfflineOutcome> {
    const known = this.known();
    if (!known?.areas) return { answer: 'no-key' };
    const said = await readPass(pass, known.publicKey);
    if (!said) return { answer: 'not-ours' };
    const answer = this.judge(said, known.areas, now);
    if (answer === 'good') {
      this.keep([...this.waiting(), { pass, code: said.code, at: new Date(now).toISOString(), key: idempotencyKey }]);
      this.remember(said.code, said.until * 1000, now);
    }
    return { answer, what: this.titles().find(([id]) => id === said.reward)?.[1] ?? said.code };
  }

  /** Remembers what was handed over by the line: a pass of it may be shown once more when there is none. */
  async collected(shown: Shown, now = Date.now()): Promise<void> {
    const known = this.known();
    const said = shown.pass && known ? await readPass(shown.pass, known.publicKey) : undefined;
    const code = said?.code ?? shown.code;
    if (code) this.remember(code, (said?.until ?? 0) * 1000, now);
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
          // what passes by itself tells more than what this account may not do
          if (held === undefined || isRefusal(held)) held = failure;
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

  private judge(said: ReadPass, areas: readonly string[], now: number): OfflineAnswer {
    if (!isHandedOutIn(areas, said.area)) return 'elsewhere';
    if (said.until * 1000 <= now) return 'expired';
    const code = bare(said.code);
    return [...this.waiting(), ...this.gone(now)].some((one) => bare(one.code) === code) ? 'again' : 'good';
  }

  /** The holder may have had it renewed after it was scanned, so it is kept for as long as any pass that was made by now is good. */
  private remember(code: string, until: number, now: number): void {
    const renewed = now + (this.known()?.goodForSeconds ?? 0) * 1000;
    this.shelf.put(GONE, JSON.stringify([...this.gone(now), { code, until: Math.max(until, renewed) }]));
  }

  private gone(now: number): Gone[] {
    return (read<Gone[]>(this.shelf.get(GONE)) ?? []).filter((one) => one.until > now);
  }

  private known(): Learnt | undefined {
    return read<Learnt>(this.shelf.get(KEY));
  }

  private titles(): [id: string, title: string][] {
    return read<[string, string][]>(this.shelf.get(TITLES)) ?? [];
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
