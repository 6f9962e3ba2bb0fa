import { api, type CallOptions, type Grant, type LocalText, type Page, type RoleWord } from '@ezhili/sdk';

const PLATFORM = '/api/platform/v1';
const SECURITY = '/api/security/v1';
const RELEASES = '/api/releases/v1';

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

/** One thing that can be set, as its JSON Schema has it. */
export interface SettingField {
  type: 'string' | 'integer' | 'number' | 'boolean';
  title: string;
  'x-title-en': string;
  description?: string;
  'x-description-en'?: string;
  'x-unit'?: string;
  'x-unit-en'?: string;
  'x-choices'?: Record<string, LocalText>;
  default: SettingValue;
  enum?: string[];
  format?: 'colour' | 'picture';
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

export type SettingValue = string | number | boolean;
export type SettingValues = Record<string, SettingValue>;

export interface SettingsEntry {
  module: string;
  title: LocalText;
  version: number;
}

/** How the settings of a module stand at one place. */
export interface SettingsSheet {
  street: string;
  module: string;
  version: number;
  schema: { properties: Record<string, SettingField> };
  values: SettingValues;
  inherited: SettingValues;
  changedBy?: string | null;
  changedByName?: string | null;
  changedAt?: string | null;
}

export interface SettingsVersion {
  version: number;
  at: string;
  by: string;
  byName?: string | null;
  values: SettingValues;
  wentBackTo?: number | null;
}

/** What a release says of itself, and its bundles were held against when it arrived. */
export interface Passport {
  title: LocalText;
  platform: string;
  apis: Record<string, string>;
  permissions: string[];
  reads: string[];
  sends: string[];
  network: string[];
}

/** A release of a module that can be installed here; of what came with the distribution there is no arrival to tell of. */
export interface Release {
  module: string;
  version: string;
  builtIn: boolean;
  sha256?: string | null;
  bytes?: number | null;
  signer?: string | null;
  arrivedAt?: string | null;
  arrivedBy?: string | null;
  passport?: Passport | null;
}

export type Stage = 'waiting' | 'fetching' | 'installing' | 'readying' | 'switching' | 'removing' | 'done' | 'failed';

/** To where a module could go back; '' where it would leave. */
export interface WayBack {
  module: string;
  from: string;
  to: string;
}

/** An upgrade or roll-back and how far each node is. */
export interface Upgrade {
  id: string;
  back: boolean;
  state: 'open' | 'done' | 'failed';
  calledOff: boolean;
  askedBy: string;
  askedAt: string;
  endedAt?: string | null;
  steps: { module: string; from: string; to: string }[];
  nodes: {
    node: number;
    name: string;
    stage: Stage;
    percent: number;
    tookMillis: number;
    switchMicros: number;
    drainMillis: number;
    drained: number;
    problem?: { code: string; title: string; detail: string } | null;
  }[];
}

export interface LogLine {
  id: string;
  at: string;
  level: 'ERROR' | 'WARN' | 'INFO';
  bundle: string;
  logger: string;
  text: string;
  fault: string;
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

const settingsAt = (place: string, module: string) => `${PLATFORM}/streets/${place}/settings/${encodeURIComponent(module)}`;
export const pictureAt = (id: string) => `${PLATFORM}/pictures/${id}`;

/** The platform's own REST, as the console's pages use it. */
export const calls = {
  modules: () => api.get<Page<ModuleEntry>>(`${PLATFORM}/modules`).then((page) => page.items),
  streets: () => api.get<Page<StreetEntry>>(`${PLATFORM}/streets`).then((page) => page.items),
  switchModule: (street: string, module: string, enabled: boolean, withNeeded = false) =>
    api.put<{ enabled: boolean; along: string[] }>(`${PLATFORM}/streets/${street}/modules/${module}`, { enabled }, { query: { withNeeded: withNeeded || null } }),

  settable: (place: string) => api.get<Page<SettingsEntry>>(`${PLATFORM}/streets/${place}/settings`).then((page) => page.items),
  settings: (place: string, module: string) => api.get<SettingsSheet>(settingsAt(place, module)),
  set: (place: string, module: string, values: SettingValues, version: number) => api.put<SettingsSheet>(settingsAt(place, module), { values, version }),
  setEarlier: (place: string, module: string, cursor: string | null) =>
    api.get<Page<SettingsVersion>>(`${settingsAt(place, module)}/history`, { limit: 10, cursor }),
  setAgain: (place: string, module: string, to: number, version: number) => api.post<SettingsSheet>(`${settingsAt(place, module)}/revert`, { to, version }),
  sendPicture: (place: string, file: Blob) => api.upload<{ id: string }>(`${PLATFORM}/streets/${place}/pictures`, file, file.type),

  log: (module: string, level: string, cursor: string | null) => api.get<Page<LogLine>>(`${PLATFORM}/modules/${module}/log`, { level, cursor, limit: 50 }),
  releases: () => api.all<Release>(`${RELEASES}/releases`),
  takeIn: (archive: Blob, rollBack: boolean, options: Pick<CallOptions, 'signal' | 'onProgress'>) =>
    api.upload<Release>(`${RELEASES}/releases`, archive, 'application/octet-stream', { ...options, query: { rollBack: rollBack || null } }),
  removeRelease: ({ module, version }: Release) => api.delete(`${RELEASES}/releases/${module}/${version}`),
  upgrades: (cursor: string | null) => api.get<Page<Upgrade>>(`${RELEASES}/upgrades`, { cursor, limit: 10 }),
  upgradeOf: (id: string) => api.get<Upgrade>(`${RELEASES}/upgrades/${id}`),
  upgrade: (modules: { module: string; version: string }[]) => api.post<Upgrade>(`${RELEASES}/upgrades`, { modules }),
  waysBack: () => api.get<Page<WayBack>>(`${RELEASES}/rollbacks`).then((page) => page.items),
  rollBack: (module: string) => api.post<Upgrade>(`${RELEASES}/rollbacks`, { module }),
  callOff: (id: string) => api.delete(`${RELEASES}/upgrades/${id}`),

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
export const MAY = { accounts: 'security.accounts', audit: 'security.audit', modules: 'platform.switch', settings: 'platform.settings', logs: 'platform.logs', versions: 'releases.read', upgrade: 'releases.upgrade', install: 'releases.install' } as const;
