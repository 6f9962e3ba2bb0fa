import { STATES, type State } from './matter';

/** What the inbox shows. It lives in the address, so that a link, a bookmark and the back button all mean the same list. */
export interface Filter {
  area?: string;
  state?: State;
  category?: string;
  mine?: 'reported' | 'handling';
  overdue?: true;
}

type Query = Record<string, unknown>;

/** Reads an address; what it doesn't understand it leaves out. */
export function filterOf(query: Query): Filter {
  const filter: Filter = {};
  const area = text(query.area);
  if (area && /^\d{6,24}$/.test(area)) {
    filter.area = area;
  }
  const state = text(query.state);
  if (state && (STATES as readonly string[]).includes(state)) {
    filter.state = state as State;
  }
  const category = text(query.category);
  if (category) {
    filter.category = category;
  }
  const mine = text(query.mine);
  if (mine === 'reported' || mine === 'handling') {
    filter.mine = mine;
  }
  if (text(query.overdue) === 'true') {
    filter.overdue = true;
  }
  return filter;
}

/** The address of a filter: in one order always, without what isn't set. */
export function queryOf(filter: Filter): Record<string, string> {
  const query: Record<string, string> = {};
  if (filter.area) query.area = filter.area;
  if (filter.state) query.state = filter.state;
  if (filter.category) query.category = filter.category;
  if (filter.mine) query.mine = filter.mine;
  if (filter.overdue) query.overdue = 'true';
  return query;
}

/** The names of the inbox's views, in the order of their tabs. */
export const VIEWS = [
  'all',
  'reported',
  'accepted',
  'dispatched',
  'in-hand',
  'handled',
  'verified',
  'overdue',
  'mine',
  'closed',
] as const;
export type View = (typeof VIEWS)[number];

/** The view a filter belongs to; a narrower filter than any view belongs to none. */
export function viewOf(filter: Filter): View | undefined {
  const set = [filter.state, filter.mine, filter.overdue].filter(Boolean).length;
  if (set === 0) return 'all';
  if (set > 1) return undefined;
  if (filter.overdue) return 'overdue';
  if (filter.mine) return filter.mine === 'handling' ? 'mine' : undefined;
  return (VIEWS as readonly string[]).includes(filter.state!) ? (filter.state as View) : undefined;
}

/** A view in the same area and category. */
export function withView(filter: Filter, view: View): Filter {
  const place: Filter = {};
  if (filter.area) place.area = filter.area;
  if (filter.category) place.category = filter.category;
  switch (view) {
    case 'all':
      return place;
    case 'overdue':
      return { ...place, overdue: true };
    case 'mine':
      return { ...place, mine: 'handling' };
    default:
      return { ...place, state: view };
  }
}

function text(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : undefined;
}
