import { beforeEach, describe, expect, it } from 'vitest';
import { addTexts, formatDate, formatDistance, formatTime, localText, setLanguage, useTexts } from '@ezhili/sdk';
import { safeNext } from '../src/shell/walk';

describe('texts', () => {
  beforeEach(() => setLanguage('zh'));

  it('of a plug-in stand under its id, in both languages', () => {
    addTexts('trial', { zh: { due: '{days} d zh' }, en: { due: '{days} d en' } });
    const { t, has } = useTexts('trial');
    expect(t('due', { days: 3 })).toBe('3 d zh');
    setLanguage('en');
    expect(t('due', { days: 3 })).toBe('3 d en');
    expect(has('gone')).toBe(false);
  });

  it('that the server sends fall back to Chinese', () => {
    setLanguage('en');
    expect(localText({ zh: 'z', en: '' })).toBe('z');
    expect(localText(null)).toBe('');
  });
});

describe('times', () => {
  beforeEach(() => setLanguage('en'));

  it('are those of the district, wherever the reader is', () => {
    expect(formatTime('2026-11-23T16:30:00Z')).toBe('24/11/2026 00:30');
    expect(formatDate('2026-11-23T16:30:00Z')).toBe('24/11/2026');
  });

  it.each([null, undefined, '', 'not a time'])('%s is no time', (moment) => {
    expect(formatTime(moment)).toBe('');
    expect(formatDistance(moment)).toBe('');
  });

  it.each([
    ['2026-11-23T11:59:30Z', 'just now'],
    ['2026-11-23T11:15:00Z', '45 minutes ago'],
    ['2026-11-22T13:00:00Z', '23 hours ago'],
    ['2026-11-26T12:00:00Z', 'in 3 days'],
  ])('%s is %s', (moment, expected) => {
    expect(formatDistance(moment, new Date('2026-11-23T12:00:00Z'))).toBe(expected);
  });
});

describe('the way back after signing in', () => {
  it.each(['/app/matters', '/app/matters/42?tab=map'])('leads to a page of ours: %s', (next) => {
    expect(safeNext(next, '/')).toBe(next);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '', undefined, ['/a', '/b']])('never leads elsewhere: %s', (next) => {
    expect(safeNext(next, '/')).toBe('/');
  });
});
