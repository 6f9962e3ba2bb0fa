import { ref, shallowRef } from 'vue';
import { notify, session } from '@ezhili/sdk';
import { report, uploadPhoto } from '../model/calls';
import { Outbox, type Sent, type Waiting } from '../model/outbox';
import { BrowserShelf } from '../model/shelf';
import { verdict } from '../model/verdict';
import { t } from '../texts';

const AGAIN_AFTER = 30_000;
const outbox = new Outbox(
  new BrowserShelf(),
  { photo: uploadPhoto, report: async (body, key) => (await report(body, key)).id },
  verdict,
);

/** The signed-in person's reports that are not with the server yet, the oldest first. */
export const waiting = shallowRef<Waiting[]>([]);

/** Grows when something that waited has arrived: lists of what the server has are old then. */
export const arrivals = ref(0);

const account = () => session.me?.account ?? '';

async function look(): Promise<void> {
  waiting.value = await outbox.waitingFor(account()).catch(() => []);
}

export async function send(one: Waiting): Promise<Sent> {
  try {
    return await outbox.send(one);
  } finally {
    await look();
  }
}

export async function discard(key: string): Promise<void> {
  await outbox.discard(key);
  await look();
}

/** Tries what waits; several calls at once are one. */
export async function flush(): Promise<void> {
  if (!account()) {
    return;
  }
  const arrived = await outbox.flush(account()).catch(() => 0);
  await look();
  if (arrived > 0) {
    arrivals.value += arrived;
    notify.done(t('waiting.arrived', { n: arrived }));
  }
}

let watching = false;

/** Sends what waits now, when the network comes back, when the page is looked at again, and every half minute. */
export function keepSending(): void {
  if (watching) {
    return;
  }
  watching = true;
  session.onEnd(() => {
    waiting.value = [];
  });
  window.addEventListener('online', () => void flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void flush();
  });
  setInterval(() => {
    if (waiting.value.some((one) => !one.refused)) void flush();
  }, AGAIN_AFTER);
  void flush();
}
