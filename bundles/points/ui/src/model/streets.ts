import { areas, session } from '@ezhili/sdk';
import { fairness } from './calls';

export interface Street {
  code: string;
  name: string;
}

const STREET_DIGITS = 9;

/** The streets with points in which the reader holds a permission. */
export async function streetsOf(permission: string): Promise<Street[]> {
  const held = session.me?.permissions[permission] ?? [];
  const own = [...new Set(held.filter((area) => area.length >= STREET_DIGITS).map((area) => area.slice(0, STREET_DIGITS)))];
  const wide = held.filter((area) => area.length < STREET_DIGITS);
  const [named, found] = await Promise.all([
    Promise.all(own.map(async (code) => ({ code, name: await areas.name(code) }))),
    Promise.all(wide.map(async (area) => (await fairness(area)).items.map(({ street, name }) => ({ code: street, name })))),
  ]);
  const all = [...named, ...found.flat()];
  return all.filter((one, index) => all.findIndex((other) => other.code === one.code) === index);
}
