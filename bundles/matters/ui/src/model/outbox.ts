/**
 * Reports that wait on this phone until the network is back. A report keeps one key from the first try to the last, so the
 * server files it once, however often it is sent; a photo that has arrived isn't sent again.
 */
export interface Waiting {
  key: string;
  account: string;
  since: number;
  report: ReportDraft;
  photos: WaitingPhoto[];
  /** Why the server refused it; it is kept for the person to mend or throw away, and isn't sent by itself. */
  refused?: string;
}

export interface ReportDraft {
  category: string;
  description: string;
  area?: string;
  lon?: number;
  lat?: number;
}

export interface WaitingPhoto {
  picture: Blob;
  /** What the server calls it, once it has arrived. */
  id?: string;
}

export interface ReportBody extends ReportDraft {
  photos: string[];
}

/** Where waiting reports survive a closed browser. */
export interface Shelf {
  all(): Promise<Waiting[]>;
  put(waiting: Waiting): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The way to the server. It throws what {@link Verdict} can judge. */
export interface Wire {
  photo(picture: Blob): Promise<string>;
  report(body: ReportBody, key: string): Promise<string>;
}

/** Whether a failure will pass by itself, or is the server's word on this report. */
export type Verdict = (failure: unknown) => { passing: true } | { passing: false; because: string };

export type Sent = { outcome: 'sent'; id: string } | { outcome: 'waiting' } | { outcome: 'refused'; because: string };

export class Outbox {
  private flushing: Promise<number> | undefined;

  constructor(
    private readonly shelf: Shelf,
    private readonly wire: Wire,
    private readonly verdict: Verdict,
  ) {}

  /**
   * On the shelf first, on the way then: a browser that dies in between loses nothing. Where the browser keeps nothing and
   * the network is away too, it throws the network's failure: nobody is told that a report waits when it doesn't.
   */
  async send(waiting: Waiting): Promise<Sent> {
    if (waiting.refused) {
      delete waiting.refused;
      // what was refused may have been a photo that the server has thrown away since
      waiting.photos.forEach((photo) => delete photo.id);
    }
    const kept = await this.keep(waiting);
    return this.attempt(waiting, kept);
  }

  async waitingFor(account: string): Promise<Waiting[]> {
    const all = await this.shelf.all();
    return all.filter((one) => one.account === account).sort((a, b) => a.since - b.since);
  }

  discard(key: string): Promise<void> {
    return this.shelf.remove(key);
  }

  /** Sends what waits, the oldest first, and stops at the first sign that the network is still away; says how many arrived. */
  flush(account: string): Promise<number> {
    this.flushing ??= this.sendAll(account).finally(() => {
      this.flushing = undefined;
    });
    return this.flushing;
  }

  private async sendAll(account: string): Promise<number> {
    let arrived = 0;
    for (const waiting of await this.waitingFor(account)) {
      if (waiting.refused) {
        continue;
      }
      const sent = await this.attempt(waiting);
      if (sent.outcome === 'waiting') {
        break;
      }
      if (sent.outcome === 'sent') {
        arrived++;
      }
    }
    return arrived;
  }

  private keep(waiting: Waiting): Promise<boolean> {
    return this.shelf.put(waiting).then(
      () => true,
      () => false,
    );
  }

  private async attempt(waiting: Waiting, kept = true): Promise<Sent> {
    try {
      const photos: string[] = [];
      for (const photo of waiting.photos) {
        if (!photo.id) {
          photo.id = await this.wire.photo(photo.picture);
          await this.keep(waiting);
        }
        photos.push(photo.id);
      }
      const id = await this.wire.report({ ...waiting.report, photos }, waiting.key);
      await this.shelf.remove(waiting.key).catch(() => undefined);
      return { outcome: 'sent', id };
    } catch (failure) {
      const verdict = this.verdict(failure);
      if (verdict.passing) {
        if (!kept) {
          throw failure;
        }
        return { outcome: 'waiting' };
      }
      waiting.refused = verdict.because;
      await this.keep(waiting);
      return { outcome: 'refused', because: verdict.because };
    }
  }
}
