import { api, type Grant, type LocalText, type Page, type RoleWord } from '@ezhili/sdk';

const PLATFORM = '/api/platform/v1';
const SECURITY = '/api/security/v1';

export interface ModuleEntry {
  id: string;
  version: string;
  title: LocalText;
  switchable: boolean;
  needs: string[];
  health: { well: boolean; note?: LocalText | null };
}

export interface StreetEntry {
  code: string;
  name: string;
  modules: Record<string, boolean>;
}

export interface AccountEntry {
  account: string;
  name: string;
  grants: Grant[];
  active: boolean;
  signIn: boolean;
}

export interface AuditEntry {
  id: string;
  at: string;
  account: string | null;
  action: string;
  subject: string | null;
  area: string | null;
  outcome: string;
}

/** Whether the log's chain of seals is whole; `head` is what to write down on paper. */
export interface AuditState {
  whole: boolean;
  sealed: number;
  waiting: number;
  head: string;
  broken?: string | null;
}

export interface NewAccount {
  account: string;
  name: string;
  password?: string;
  grants: Grant[];
}

export interface AccountChange {
  name?: string;
  grants?: Grant[];
  active?: boolean;
  password?: string;
}

export const ROLES: readonly RoleWord[] = ['resident', 'worker', 'community', 'street', 'department', 'district', 'it'];

/** The platform's own REST, as the console's pages use it. */
export const calls = {
  modules: () => api.get<Page<ModuleEntry>>(`${PLATFORM}/modules`).then((page) => page.items),
  streets: () => api.get<Page<StreetEntry>>(`${PLATFORM}/streets`).then((page) => page.items),
  switchModule: (street: string, module: string, enabled: boolean) =>
    api.put<{ enabled: boolean }>(`${PLATFORM}/streets/${street}/modules/${module}`, { enabled }),

  accounts: (query: { area: string | null; role: string | null; q: string; cursor: string | null }) =>
    api.get<Page<AccountEntry>>(`${SECURITY}/accounts`, { ...query, limit: 20 }),
  open: (account: NewAccount) => api.post<AccountEntry>(`${SECURITY}/accounts`, account),
  change: (account: string, change: AccountChange) => api.patch<AccountEntry>(`${SECURITY}/accounts/${encodeURIComponent(account)}`, change),
  revoke: (account: string) => api.delete(`${SECURITY}/accounts/${encodeURIComponent(account)}/sessions`),

  audit: (query: { account: string; action: string; area: string | null; cursor: string | null }) =>
    api.get<Page<AuditEntry>>(`${SECURITY}/audit`, { ...query, limit: 50 }),
  checkAudit: () => api.get<AuditState>(`${SECURITY}/audit/check`),
  changePassword: (old: string, next: string) => api.post(`${SECURITY}/me/password`, { old, new: next }),
  setUp: (first: { token: string; account: string; name: string; password: string }) =>
    api.post(`${SECURITY}/setup`, first, { quiet: true }),
};

/** What the platform's own pages need. */
export const MAY = { accounts: 'security.accounts', audit: 'security.audit', modules: 'platform.switch' } as const;
