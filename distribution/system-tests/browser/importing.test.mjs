import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, useBrowser } from './browser.mjs';

useBrowser();

// a micro grid of its own community, so that nothing else in the district changes
const COMMUNITY = '340603003001';
const HEADINGS = 'code,name,level,parent,kind';
const csv = (...rows) => ({ name: 'areas.csv', mimeType: 'text/csv', buffer: Buffer.from([HEADINGS, ...rows].join('\n')) });

describe('importing areas', () => {
  test('a dry run names each wrong row and its column, and writes nothing', async (t) => {
    const it = await caller('it');
    const page = await enter(t, 'desktop', 'it', { at: '/app/grid/import' });
    await page.getByTestId('import-file').setInputFiles(
      csv(`${COMMUNITY}091,新网格,grid,${COMMUNITY},dedicated`, `${COMMUNITY}092,,grid,${COMMUNITY},dedicated`, '12,短代码,grid,340603,dedicated', '340603003777001,没有上级,grid,340603003777,dedicated'),
    );
    await page.getByTestId('import-try').click();
    await page.getByTestId('import-report').waitFor();
    assert.equal(await page.getByTestId('import-added').innerText(), '1');
    assert.ok(Number(await page.getByTestId('import-errors').innerText()) >= 3);
    const rows = await page.getByTestId('import-error-table').locator('tbody tr').evaluateAll((all) => all.map((row) => row.cells[0].textContent.trim()));
    assert.deepEqual([...new Set(rows)], ['3', '4', '5'], 'rows are counted as a spreadsheet counts them');
    assert.equal(await page.getByTestId('import-apply').isDisabled(), true, 'all or nothing');
    assert.equal((await it('GET', `/api/grid/v1/areas/${COMMUNITY}091`)).status, 404);
  });

  test('the good rows are written when the wrong ones are to be left out', async (t) => {
    const it = await caller('it');
    const page = await enter(t, 'desktop', 'it', { at: '/app/grid/import' });
    await page.getByTestId('import-best').click();
    await page.getByTestId('import-file').setInputFiles(csv(`${COMMUNITY}093,商圈网格,grid,${COMMUNITY},dedicated`, `${COMMUNITY}094,,grid,${COMMUNITY},dedicated`));
    await page.getByTestId('import-try').click();
    await page.getByTestId('import-error-table').waitFor();
    await page.getByTestId('import-apply').click();
    await page.getByText('导入完成，共 2 行').waitFor();
    const { body } = await it('GET', `/api/grid/v1/areas/${COMMUNITY}093`);
    assert.equal(body.name, '商圈网格');
  });

  test('a good file is tried, written, and found on the map by its name', async (t) => {
    const page = await enter(t, 'desktop', 'district', { at: '/app/grid/import' });
    await page.getByTestId('import-file').setInputFiles(csv(`${COMMUNITY}095,校园网格,grid,${COMMUNITY},dedicated`));
    await page.getByTestId('import-try').click();
    await page.getByText('检查完成，共 1 行，尚未写入').waitFor();
    await page.getByTestId('import-apply').click();
    await page.getByText('导入完成，共 1 行').waitFor();
    await page.getByTestId('import-try').click();
    await page.getByText('检查完成，共 1 行，尚未写入').waitFor();
    assert.equal(await page.getByTestId('import-unchanged').innerText(), '1', 'the same file changes nothing');
    await page.goto(`/app/grid?area=${COMMUNITY}095`);
    await page.getByTestId('area-name').filter({ hasText: '校园网格' }).waitFor();
  });

  test('a file that is no table is refused in words', async (t) => {
    const page = await enter(t, 'desktop', 'it', { at: '/app/grid/import', expects: [/status of 400/] });
    await page.getByTestId('import-file').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004 no table') });
    await page.getByTestId('import-try').click();
    await page.getByTestId('import-failure').or(page.getByTestId('import-error-table')).first().waitFor();
  });

  test('the row errors can be taken along as a table', async (t) => {
    const page = await enter(t, 'desktop', 'it', { at: '/app/grid/import' });
    await page.getByTestId('import-file').setInputFiles(csv('12,短代码,grid,340603,dedicated'));
    await page.getByTestId('import-try').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('import-save-errors').click()]);
    assert.equal(download.suggestedFilename(), 'areas.csv.errors.csv');
  });
});

describe('importing boundaries', () => {
  const square = (code, west) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [[[west, 33.9], [west + 0.002, 33.9], [west + 0.002, 33.902], [west, 33.902], [west, 33.9]]] },
  });

  test('a dry run tells overlaps before anything is written', async (t) => {
    const it = await caller('it');
    const before = (await it('GET', '/api/grid/v1/areas/340603002001001/boundary')).body;
    const page = await enter(t, 'desktop', 'it', { at: '/app/grid/import' });
    await page.getByTestId('import-boundaries').click();
    const features = [square('340603002001001', 116.79), square('340603002001002', 116.791)];
    await page.getByTestId('import-file').setInputFiles({ name: 'b.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) });
    await page.getByTestId('import-try').click();
    await page.getByTestId('overlaps').waitFor();
    assert.deepEqual((await it('GET', '/api/grid/v1/areas/340603002001001/boundary')).body, before);
  });
});
