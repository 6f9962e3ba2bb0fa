import { keep, kept } from '@ezhili/sdk';
import { showPass } from './calls';
import type { Pass } from './wire';

/** A pass as the phone keeps it: it can be shown again without a line for as long as it is good. */
const name = (voucher: string) => `points.pass.${voucher}`;

export function keptPass(voucher: string, now = Date.now()): Pass | undefined {
  try {
    const pass = JSON.parse(kept(name(voucher)) ?? 'null') as Pass | null;
    return pass && new Date(pass.until).getTime() > now ? pass : undefined;
  } catch {
    return undefined;
  }
}

/** A fresh pass; without a line the one that is kept, while it is good. */
export async function passFor(voucher: string): Promise<{ pass: Pass; offline: boolean }> {
  try {
    const pass = await showPass(voucher);
    keep(name(voucher), JSON.stringify(pass));
    return { pass, offline: false };
  } catch (failure) {
    const known = keptPass(voucher);
    if (known && (failure as { code?: string }).code === 'unreachable') {
      return { pass: known, offline: true };
    }
    throw failure;
  }
}

export function forgetPass(voucher: string): void {
  keep(name(voucher), 'null');
}
