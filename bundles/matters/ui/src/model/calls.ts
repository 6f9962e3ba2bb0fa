import { api, type Page } from '@ezhili/sdk';
import type { ActionBody } from './actionForm';
import { queryOf, type Filter } from './filter';
import type { Candidate, Category, Counters, Matter, OpenMatter, Step } from './matter';
import type { ReportBody } from './outbox';

const BASE = '/api/matters/v1';
const matterAt = (id: string) => `${BASE}/matters/${encodeURIComponent(id)}`;

export function list(filter: Filter, cursor?: string, limit = 30): Promise<Page<Matter>> {
  return api.get(`${BASE}/matters`, { ...queryOf(filter), limit, cursor });
}

export function counters(area?: string): Promise<Counters> {
  return api.get(`${BASE}/counters`, { area });
}

export function find(id: string): Promise<OpenMatter> {
  return api.get(matterAt(id));
}

export function history(id: string): Promise<Step[]> {
  return api.all<Step>(`${matterAt(id)}/history`);
}

export function candidates(id: string): Promise<Candidate[]> {
  return api.all<Candidate>(`${matterAt(id)}/handlers`);
}

export function act(id: string, body: ActionBody, idempotencyKey: string): Promise<OpenMatter> {
  return api.post(`${matterAt(id)}/actions`, body, { idempotencyKey });
}

export function report(body: ReportBody, idempotencyKey: string): Promise<Matter> {
  return api.post(`${BASE}/matters`, body, { idempotencyKey });
}

export async function uploadPhoto(picture: Blob): Promise<string> {
  const stored = await api.upload<{ id: string }>(`${BASE}/photos`, picture, picture.type || 'image/jpeg');
  return stored.id;
}

export function photoUrl(id: string): string {
  return `${BASE}/photos/${encodeURIComponent(id)}`;
}

export function thumbnailUrl(id: string): string {
  return `${photoUrl(id)}/thumbnail`;
}

let catalogue: Promise<Category[]> | undefined;

/** The catalogue, asked for once; a failure is not remembered. */
export function categories(): Promise<Category[]> {
  catalogue ??= api.all<Category>(`${BASE}/categories`).catch((failure: unknown) => {
    catalogue = undefined;
    throw failure;
  });
  return catalogue;
}
