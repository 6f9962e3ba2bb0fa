import { describe, expect, it } from 'vitest';
import { faultsAsCsv, textOf } from './files';
import { levelBelow, matching, pointOf, showsIn, type Shape } from './grid';

const shape = (code: string, name: string): Shape => ({
  type: 'Feature',
  properties: { code, name, kind: 'residential', level: 'grid' },
  geometry: null,
});

describe('a point that somebody typed', () => {
  it.each([
    ['116.79, 33.95', { lon: 116.79, lat: 33.95 }],
    ['116.79 33.95', { lon: 116.79, lat: 33.95 }],
    [' 116;33 ', { lon: 116, lat: 33 }],
    ['-0.5,-33.95', { lon: -0.5, lat: -33.95 }],
  ])('%j is read', (text, point) => {
    expect(pointOf(text)).toEqual(point);
  });

  it.each(['', '116.79', '116.79, 33.95, 12', '33.95, 116.79', '181, 10', 'east, north', '1e2, 3', '116.79, 33.95; drop', 'NaN, NaN'])(
    '%j is no point',
    (text) => {
      expect(pointOf(text)).toBeUndefined();
    },
  );
});

describe('finding an area', () => {
  const all = [shape('340603002001002', 'East two'), shape('340603002001001', 'East'), shape('340603003001001', 'Far east')];

  it('puts the exact name first, then the beginning, then the middle', () => {
    expect(matching(all, 'EAST').map(({ properties }) => properties.name)).toEqual(['East', 'East two', 'Far east']);
  });

  it('knows codes by their beginning', () => {
    expect(matching(all, '340603003')).toHaveLength(1);
  });

  it.each(['', '   ', 'west', '.*', '002001'])('finds nothing for %j', (typed) => {
    expect(matching(all, typed)).toEqual([]);
  });

  it('gives no more than asked for', () => {
    expect(matching(all, 'east', 2)).toHaveLength(2);
  });
});

describe('the level that a map shows', () => {
  it.each([
    ['340603', 'community'],
    ['340603002', 'grid'],
    ['340603002001', 'grid'],
  ])('in %s is %s', (code, level) => {
    expect(levelBelow(code)).toBe(level);
  });

  it('is never wider than the area', () => {
    expect(showsIn('street', '340603')).toBe(true);
    expect(showsIn('street', '340603002001')).toBe(false);
    expect(showsIn('community', '340603002001')).toBe(true);
  });
});

describe('files', () => {
  const bytes = (...all: number[]) => new Uint8Array(all).buffer;

  it('are read as UTF-8, and as GB 18030 when they are not UTF-8', () => {
    expect(textOf(new TextEncoder().encode('code,\u540d').buffer as ArrayBuffer)).toBe('code,\u540d');
    expect(textOf(bytes(0xc3, 0xfb))).toBe('\u540d');
  });

  it('of errors open in a spreadsheet: marked as UTF-8, quoted, with nothing that runs as a formula', () => {
    const csv = faultsAsCsv(['Row', 'Column'], [{ row: 3, field: '=cmd()', code: 'x', detail: 'has "quotes", and\na line' }]);
    expect(csv).toBe('\uFEFFRow,Column\r\n3,\'=cmd(),"has ""quotes"", and\na line"\r\n');
  });
});
