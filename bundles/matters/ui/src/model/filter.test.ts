import { describe, expect, it } from 'vitest';
import { filterOf, queryOf, VIEWS, viewOf, withView, type Filter } from './filter';

describe('the inbox filter in the address', () => {
  it.each<Filter>([
    {},
    { area: '340603002' },
    { state: 'in-hand', category: '0101' },
    { area: '340603002001', mine: 'handling', overdue: true },
    { mine: 'reported' },
  ])('comes back from the address as it was: %j', (filter) => {
    expect(filterOf(queryOf(filter))).toEqual(filter);
  });

  it.each([
    ['a state that does not exist', { state: 'lost' }],
    ['an area that is no code', { area: '340603 or 1=1' }],
    ['an area that is too short', { area: '3406' }],
    ['somebody else’s list', { mine: 'yours' }],
    ['an overdue that is not true', { overdue: '1' }],
    ['empty words', { area: '', state: '', category: '', mine: '', overdue: '' }],
    ['nulls, as the router gives for ?state', { state: null, category: null }],
    ['a number', { category: 7 }],
    ['words nobody knows', { colour: 'red' }],
  ])('leaves out %s', (_, query) => {
    expect(filterOf(query)).toEqual({});
  });

  it('takes the first of a word that is given twice', () => {
    expect(filterOf({ state: ['closed', 'reported'] })).toEqual({ state: 'closed' });
  });
});

describe('the views', () => {
  it.each([...VIEWS])('%s is recognised in the filter that it makes', (view) => {
    expect(viewOf(withView({ area: '340603', category: '01' }, view))).toBe(view);
  });

  it('keep area and category and drop the rest', () => {
    expect(withView({ area: '340603', category: '01', overdue: true, mine: 'reported' }, 'closed')).toEqual({
      area: '340603',
      category: '01',
      state: 'closed',
    });
  });

  it.each<Filter>([{ state: 'reported', overdue: true }, { mine: 'reported' }, { state: 'rejected' }, { mine: 'handling', state: 'in-hand' }])(
    'are none of them when the filter is narrower or other: %j',
    (filter) => {
      expect(viewOf(filter)).toBeUndefined();
    },
  );
});
