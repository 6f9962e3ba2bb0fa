import { ACTIONS, type Action, type OpenMatter } from './matter';

/** What a person has typed into the form of an action. */
export interface Entries {
  handler: string;
  reason: string;
  note: string;
  photos: string[];
}

/** What the form of an action asks for. */
export interface ActionForm {
  action: Action;
  handler: boolean;
  reason: boolean;
  /** May always be given; an action may insist on it. */
  noteNeeded: boolean;
  photosOffered: boolean;
  photosNeeded: boolean;
}

export interface ActionBody {
  action: Action;
  version: number;
  handler?: string;
  reason?: string;
  note?: string;
  photos?: string[];
}

export const LONGEST = 500;

/** The actions open to the caller, the likeliest first: exactly those the server gave. */
export function openActions(matter: OpenMatter): Action[] {
  return ACTIONS.filter((action) => matter.actions.includes(action));
}

/** True for the step that leads on; the others are ways back and asides. */
export function leadsOn(action: Action): boolean {
  return ['accept', 'dispatch', 'take', 'hand-in', 'verify', 'close'].includes(action);
}

export function formFor(action: Action, needs: readonly string[] = []): ActionForm {
  return {
    action,
    handler: needs.includes('handler'),
    reason: needs.includes('reason'),
    noteNeeded: needs.includes('note'),
    photosOffered: action === 'hand-in' || needs.includes('photos'),
    photosNeeded: needs.includes('photos'),
  };
}

export function emptyEntries(): Entries {
  return { handler: '', reason: '', note: '', photos: [] };
}

/** The fields that still have to be filled in, in the order of the form. */
export function missing(form: ActionForm, entries: Entries): (keyof Entries)[] {
  const fields: (keyof Entries)[] = [];
  if (form.handler && !entries.handler) fields.push('handler');
  if (form.reason && !entries.reason.trim()) fields.push('reason');
  if (form.noteNeeded && !entries.note.trim()) fields.push('note');
  if (form.photosNeeded && entries.photos.length === 0) fields.push('photos');
  return fields;
}

/** What goes to the server: only what was asked for and given. */
export function bodyOf(form: ActionForm, version: number, entries: Entries): ActionBody {
  const body: ActionBody = { action: form.action, version };
  if (form.handler && entries.handler) body.handler = entries.handler;
  if (form.reason && entries.reason.trim()) body.reason = entries.reason.trim();
  if (entries.note.trim()) body.note = entries.note.trim();
  if (form.photosOffered && entries.photos.length > 0) body.photos = [...entries.photos];
  return body;
}
