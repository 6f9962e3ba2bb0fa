import { describe, expect, it } from 'vitest';
import { bodyOf, emptyEntries, formFor, missing, openActions } from './actionForm';
import type { OpenMatter } from './matter';

const matter = (actions: string[]) => ({ actions }) as unknown as OpenMatter;

describe('the actions of a matter', () => {
  it('are exactly those that the server gave, the likeliest first', () => {
    expect(openActions(matter(['reject', 'escalate', 'accept']))).toEqual(['accept', 'escalate', 'reject']);
  });

  it('are none when the server gave none', () => {
    expect(openActions(matter([]))).toEqual([]);
  });

  it('leave out a word that this version of the screens does not know', () => {
    expect(openActions(matter(['teleport', 'close']))).toEqual(['close']);
  });
});

describe('the form of an action', () => {
  it('asks for what the server needs and nothing else', () => {
    expect(formFor('accept')).toMatchObject({ handler: false, reason: false, noteNeeded: false, photosOffered: false });
    expect(formFor('transfer', ['handler', 'reason'])).toMatchObject({ handler: true, reason: true });
  });

  it('offers photos for the result, but only insists where the server does', () => {
    expect(formFor('hand-in')).toMatchObject({ photosOffered: true, photosNeeded: false });
    expect(formFor('hand-in', ['photos', 'note'])).toMatchObject({ photosNeeded: true, noteNeeded: true });
  });

  it('names what is missing in the order of the form', () => {
    const form = formFor('transfer', ['reason', 'handler', 'note', 'photos']);
    expect(missing(form, emptyEntries())).toEqual(['handler', 'reason', 'note', 'photos']);
  });

  it('does not take blanks for a reason', () => {
    expect(missing(formFor('reject', ['reason']), { ...emptyEntries(), reason: ' \n\t' })).toEqual(['reason']);
  });

  it('is complete without what is not asked for', () => {
    expect(missing(formFor('take'), emptyEntries())).toEqual([]);
  });
});

describe('the body of an action', () => {
  it('holds action and version alone when nothing else was asked for or given', () => {
    expect(bodyOf(formFor('take'), 3, emptyEntries())).toEqual({ action: 'take', version: 3 });
  });

  it('never holds a handler or photos that the action does not take: the server refuses unknown words', () => {
    const typed = { handler: 'worker', reason: 'because', note: '', photos: ['1'] };
    expect(bodyOf(formFor('verify'), 5, typed)).toEqual({ action: 'verify', version: 5 });
  });

  it('trims words', () => {
    const typed = { handler: 'worker', reason: '  wrong place ', note: ' soon ', photos: ['1', '2'] };
    expect(bodyOf(formFor('transfer', ['handler', 'reason']), 4, typed)).toEqual({
      action: 'transfer',
      version: 4,
      handler: 'worker',
      reason: 'wrong place',
      note: 'soon',
    });
    expect(bodyOf(formFor('hand-in'), 4, typed).photos).toEqual(['1', '2']);
  });
});
