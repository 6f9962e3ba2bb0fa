import { computed, reactive, readonly } from 'vue';
import { api, useCredentials } from './api';
import { ProblemError } from './problem';

export type RoleWord = 'resident' | 'worker' | 'community' | 'street' | 'department' | 'district' | 'it';

export interface Grant {
  role: RoleWord;
  area: string;
}

/** The signed-in person as the server knows them. */
export interface Me {
  account: string;
  name: string;
  grants: Grant[];
  /** Permission → the areas (prefixes of area codes) it holds in. */
  permissions: Record<string, string[]>;
  csrf?: string;
}

const ME = '/api/security/v1/me';
const SESSIONS = '/api/security/v1/sessions';

const state = reactive({ me: null as Me | null, expired: false, known: false });
const listeners = new Set<() => void>();

async function load(): Promise<Me | null> {
  try {
    state.me = await api.get<Me>(ME, undefined, { quiet: true });
    state.expired = false;
  } catch (failure) {
    if (!(failure instanceof ProblemError) || failure.status !== 401) {
      throw failure;
    }
    state.me = null;
  }
  state.known = true;
  return state.me;
}

useCredentials({
  csrf: () => state.me?.csrf,
  renew: async () => {
    const before = state.me?.csrf;
    return (await load())?.csrf !== before;
  },
  expired: () => {
    if (state.me) {
      state.me = null;
      state.expired = true;
      listeners.forEach((listener) => listener());
    }
  },
});

/** Whether a permission that holds in `areas` holds in `area`; with no area: anywhere. */
export function holds(areas: readonly string[] | undefined, area?: string | null): boolean {
  if (!areas || areas.length === 0) {
    return false;
  }
  return !area || areas.some((prefix) => area.startsWith(prefix));
}

/** Who is signed in and what they may do. The server decides in the end; this decides what is worth showing. */
export const session = {
  state: readonly(state),
  get me(): Me | null {
    return state.me as Me | null;
  },
  /** May the signed-in person do this, in this area (or in any, if none is given)? */
  may: (permission: string, area?: string | null): boolean => holds(state.me?.permissions[permission], area),
  has: (...roles: RoleWord[]): boolean => state.me?.grants.some((grant) => roles.includes(grant.role)) ?? false,
  /** The areas of the person's grants, widest first. */
  areas: computed(() => [...new Set(state.me?.grants.map((grant) => grant.area) ?? [])].sort((a, b) => a.length - b.length || a.localeCompare(b))),
  load,
  signIn: async (account: string, password: string): Promise<Me> => {
    await api.post<Me>(SESSIONS, { account, password }, { quiet: true });
    const me = await load();
    if (!me) {
      throw new ProblemError({ status: 401, code: 'unauthenticated', title: '' });
    }
    return me;
  },
  signOut: async (): Promise<void> => {
    try {
      await api.delete(SESSIONS, { quiet: true });
    } finally {
      state.me = null;
      state.expired = false;
      listeners.forEach((listener) => listener());
    }
  },
  /** Calls back when nobody is signed in any more. */
  onEnd: (listener: () => void): void => {
    listeners.add(listener);
  },
};
