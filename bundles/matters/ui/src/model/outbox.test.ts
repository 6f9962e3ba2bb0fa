import { describe, expect, it } from 'vitest';
import { Outbox, type ReportBody, type Shelf, type Waiting } from './outbox';
import { verdict } from './verdict';

class MemoryShelf implements Shelf {
  readonly kept = new Map<string, Waiting>();
  full = false;
  all = async () => [...this.kept.values()].map((one) => structuredClone(one));
  put = async (one: Waiting) => {
    if (this.full) throw new Error('quota');
    this.kept.set(one.key, structuredClone(one));
  };
  remove = async (key: string) => {
    this.kept.delete(key);
  };
}

/** A server that files a key once and can be told to fail. */
class Server {
  readonly filed = new Map<string, ReportBody>();
  readonly order: string[] = [];
  photos = 0;
  failures: unknown[] = [];
  /** The answer is lost after the work was done. */
  loseAnswer = false;

  photo = async () => {
    this.fail();
    return `photo-${++this.photos}`;
  };
  report = async (body: ReportBody, key: string) => {
    this.fail();
    if (!this.filed.has(key)) {
      this.filed.set(key, body);
      this.order.push(key);
    }
    if (this.loseAnswer) {
      this.loseAnswer = false;
      throw refusal(0);
    }
    return `matter-of-${key}`;
  };

  private fail() {
    const failure = this.failures.shift();
    if (failure) throw failure;
  }
}

const refusal = (status: number, title = 'no') => Object.assign(new Error(title), { status, title });
const waiting = (key: string, since = 1, photos = 0): Waiting => ({
  key,
  account: 'resident',
  since,
  report: { category: '0101', description: 'lamp out', area: '340603002001001' },
  photos: Array.from({ length: photos }, () => ({ picture: new Blob(['jpeg']) })),
});

function house() {
  const shelf = new MemoryShelf();
  const server = new Server();
  return { shelf, server, outbox: new Outbox(shelf, server, verdict) };
}

describe('a report', () => {
  it('that arrives is not kept', async () => {
    const { shelf, server, outbox } = house();
    expect(await outbox.send(waiting('a', 1, 2))).toEqual({ outcome: 'sent', id: 'matter-of-a' });
    expect(shelf.kept.size).toBe(0);
    expect(server.filed.get('a')?.photos).toEqual(['photo-1', 'photo-2']);
  });

  it.each([0, 401, 408, 429, 500, 502, 503, 504])('waits when the way fails with %i', async (status) => {
    const { shelf, server, outbox } = house();
    server.failures = [refusal(status)];
    expect(await outbox.send(waiting('a'))).toEqual({ outcome: 'waiting' });
    expect([...shelf.kept.keys()]).toEqual(['a']);
  });

  it.each([400, 403, 404, 409, 413, 415, 422])('is kept with the reason, and not sent by itself, when the server says %i', async (status) => {
    const { shelf, server, outbox } = house();
    server.failures = [refusal(status, 'outside the district')];
    expect(await outbox.send(waiting('a'))).toEqual({ outcome: 'refused', because: 'outside the district' });
    expect(shelf.kept.get('a')?.refused).toBe('outside the district');
    expect(await outbox.flush('resident')).toBe(0);
    expect(server.filed.size).toBe(0);
  });

  it('is filed once although its answer was lost', async () => {
    const { server, outbox } = house();
    server.loseAnswer = true;
    expect(await outbox.send(waiting('a'))).toEqual({ outcome: 'waiting' });
    expect(await outbox.flush('resident')).toBe(1);
    expect(server.order).toEqual(['a']);
  });

  it('sends a photo once although the network went in between', async () => {
    const { server, outbox } = house();
    server.failures = [undefined, refusal(0)];
    await outbox.send(waiting('a', 1, 2));
    await outbox.flush('resident');
    expect(server.photos).toBe(2);
    expect(server.filed.get('a')?.photos).toEqual(['photo-1', 'photo-2']);
  });

  it('sends its photos anew after a refusal, which may have been about them', async () => {
    const { shelf, server, outbox } = house();
    server.failures = [undefined, refusal(400)];
    await outbox.send(waiting('a', 1, 1));
    await outbox.send(shelf.kept.get('a')!);
    expect(server.filed.get('a')?.photos).toEqual(['photo-2']);
  });

  it('is not said to wait when the browser keeps nothing', async () => {
    const { shelf, server, outbox } = house();
    shelf.full = true;
    server.failures = [refusal(0)];
    await expect(outbox.send(waiting('a'))).rejects.toMatchObject({ status: 0 });
  });

  it('arrives even where the browser keeps nothing', async () => {
    const { shelf, outbox } = house();
    shelf.full = true;
    expect(await outbox.send(waiting('a'))).toMatchObject({ outcome: 'sent' });
  });
});

describe('what waits', () => {
  it('is sent the oldest first', async () => {
    const { shelf, server, outbox } = house();
    await shelf.put(waiting('young', 20));
    await shelf.put(waiting('old', 10));
    expect(await outbox.flush('resident')).toBe(2);
    expect(server.order).toEqual(['old', 'young']);
  });

  it('stays in order: nothing overtakes a report that cannot be sent yet', async () => {
    const { shelf, server, outbox } = house();
    await shelf.put(waiting('old', 10));
    await shelf.put(waiting('young', 20));
    server.failures = [refusal(503)];
    expect(await outbox.flush('resident')).toBe(0);
    expect(server.order).toEqual([]);
  });

  it('is not held up by one that was refused', async () => {
    const { shelf, server, outbox } = house();
    await shelf.put({ ...waiting('bad', 10), refused: 'no such category' });
    await shelf.put(waiting('good', 20));
    expect(await outbox.flush('resident')).toBe(1);
    expect([...shelf.kept.keys()]).toEqual(['bad']);
    expect(server.order).toEqual(['good']);
  });

  it('is sent by the account that wrote it and no other', async () => {
    const { shelf, server, outbox } = house();
    await shelf.put(waiting('mine'));
    expect(await outbox.flush('neighbour')).toBe(0);
    expect(await outbox.waitingFor('neighbour')).toEqual([]);
    expect(server.filed.size).toBe(0);
  });

  it('goes up once when several things wake the outbox at the same time', async () => {
    const { shelf, server, outbox } = house();
    await shelf.put(waiting('a', 1, 1));
    await Promise.all([outbox.flush('resident'), outbox.flush('resident'), outbox.flush('resident')]);
    expect(server.photos).toBe(1);
  });

  it('can be thrown away', async () => {
    const { shelf, outbox } = house();
    await shelf.put(waiting('a'));
    await outbox.discard('a');
    expect(await outbox.waitingFor('resident')).toEqual([]);
  });
});
