import { describe, expect, it } from 'vitest';
import { groups, nameOf } from './categories';
import { distance } from './due';
import { reachedAt, stepsDone, type Category, type Step } from './matter';
import { faultsOf, reportOf, type ReportEntries } from './reportForm';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const category = (code: string, parent?: string, amount?: number): Category => ({
  code,
  name: { zh: `zh ${code}`, en: `en ${code}` },
  parent,
  limit: amount ? { amount, unit: 'working-hours' } : null,
});

describe('the distance to a due time', () => {
  it.each([
    ['2026-03-05T08:00:00Z', { late: false, unit: 'days', amount: 3 }],
    ['2026-03-03T09:59:59Z', { late: false, unit: 'hours', amount: 25 }],
    ['2026-03-02T08:59:59Z', { late: false, unit: 'minutes', amount: 59 }],
    ['2026-03-02T07:58:00Z', { late: true, unit: 'minutes', amount: 2 }],
    ['2026-02-27T08:00:00Z', { late: true, unit: 'days', amount: 3 }],
  ])('to %s is %j', (due, said) => {
    expect(distance(due, NOW)).toEqual(said);
  });
});

describe('the road of a matter', () => {
  const step = (from: Step['from'], to: Step['to'], at: string): Step => ({ action: 'x', from, to, at });

  it('counts the states that lie behind', () => {
    expect(stepsDone('reported', [])).toBe(0);
    expect(stepsDone('handled', [])).toBe(4);
    expect(stepsDone('closed', [])).toBe(6);
  });

  it('ends where a matter left it', () => {
    expect(stepsDone('cancelled', [step(null, 'reported', '1'), step('reported', 'accepted', '2'), step('accepted', 'cancelled', '3')])).toBe(1);
    expect(stepsDone('rejected', [])).toBe(0);
  });

  it('tells when a state was reached last, after rework too', () => {
    expect(reachedAt([step('in-hand', 'handled', '1'), step('handled', 'in-hand', '2'), step('in-hand', 'handled', '3')])).toEqual({
      handled: '3',
      'in-hand': '2',
    });
  });
});

describe('the catalogue', () => {
  const all = [category('01', undefined, 8), category('0101', '01', 2), category('0102', '01'), category('09'), category('0501', '05')];

  it('is shown in groups; one without members is chosen itself, one without its parent stands alone', () => {
    expect(groups(all).map(({ code, members }) => [code, members.map((one) => one.code)])).toEqual([
      ['01', ['0101', '0102']],
      ['09', ['09']],
      ['0501', ['0501']],
    ]);
  });

  it('shows the code of a category that it no longer has', () => {
    expect(nameOf(all, '0101', 'zh')).toBe('zh 0101');
    expect(nameOf(all, '0101', 'en')).toBe('en 0101');
    expect(nameOf(all, 'gone', 'en')).toBe('gone');
  });
});

describe('a report form', () => {
  const entries: ReportEntries = { category: '0101', description: ' lamp out ', area: '', place: { lon: 116.8, lat: 33.9 } };

  it.each<[string, Partial<ReportEntries>]>([
    ['category', { category: '' }],
    ['description', { description: ' \n ' }],
    ['place', { place: null }],
  ])('lacks a %s', (field, change) => {
    expect(faultsOf({ ...entries, ...change })).toEqual([field]);
  });

  it('sends the point, or the area, never both', () => {
    expect(reportOf({ ...entries, area: '340603002001001' })).toEqual({ category: '0101', description: 'lamp out', lon: 116.8, lat: 33.9 });
    expect(reportOf({ ...entries, area: '340603002001001', place: null })).toEqual({
      category: '0101',
      description: 'lamp out',
      area: '340603002001001',
    });
  });
});
