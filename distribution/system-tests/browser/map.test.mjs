import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, useBrowser } from './browser.mjs';
import { GRID, pointOnMap } from './matters.mjs';

useBrowser();

const CENTRE = { longitude: 116.7926432, latitude: 33.9582482 };
const OUTSIDE = { longitude: 121.47, latitude: 31.23 };
const NAME = '供电社区第一网格';

describe('the map at a desk', () => {
  test('opens where its reader works, the tree with it', async (t) => {
    const page = await enter(t, 'desktop', 'community.gongdian', { at: '/app/grid' });
    await page.getByText('4 个区域').waitFor();
    await page.getByTestId(`area-${GRID}`).waitFor();
    assert.equal(await page.locator('path.leaflet-interactive').count(), 4);
  });

  test('shows the whole district to the district, level by level', async (t) => {
    const page = await enter(t, 'desktop', 'district', { at: '/app/grid' });
    await page.getByText('88 个区域').waitFor();
    await page.getByTestId('map-level-street').click();
    await page.getByText('10 个区域').waitFor();
    await page.getByTestId('map-level-grid').click();
    await page.getByText('292 个区域').waitFor();
  });

  test('finds an area by its name and tells about it', async (t) => {
    const page = await enter(t, 'desktop', 'district', { at: '/app/grid' });
    await page.getByTestId('area-search').locator('input').fill('供电社区');
    await page.getByTestId(`hit-${GRID}`).click();
    await page.getByTestId('area-name').filter({ hasText: NAME }).waitFor();
    await page.getByTestId('lineage-340603002').click();
    await page.getByTestId('area-name').filter({ hasText: '东街道' }).waitFor();
  });

  test('tells the grid of a point that is written', async (t) => {
    const page = await enter(t, 'desktop', 'resident', { at: '/app/grid' });
    await page.getByTestId('point-input').fill('116.7926432, 33.9582482');
    await page.getByTestId('point-find').click();
    await page.getByTestId('area-name').filter({ hasText: NAME }).waitFor();
  });

  for (const [what, text] of [['no point', 'somewhere'], ['a point with its numbers the wrong way round', '33.95, 116.79']]) {
    test(`says so when ${what} is written`, async (t) => {
      const page = await enter(t, 'desktop', 'resident', { at: '/app/grid', expects: [/status of 40/] });
      await page.getByTestId('point-input').fill(text);
      await page.getByTestId('point-find').click();
      await page.locator('.el-notification').waitFor();
    });
  }

  test('tells the grid of a point that is picked', async (t) => {
    const page = await enter(t, 'desktop', 'district', { at: '/app/grid' });
    await page.getByText('88 个区域').waitFor();
    await page.getByTestId('point-pick').click();
    const { x, y } = await pointOnMap(page, page.locator('.ez-map-ground'), await caller('district'), {
      within: '340603',
      level: 'community',
      lon: CENTRE.longitude,
      lat: CENTRE.latitude,
    });
    await page.mouse.click(x, y);
    await page.getByTestId('area-name').filter({ hasText: NAME }).waitFor();
  });

  test('the grids tile their communities', async (t) => {
    const page = await enter(t, 'desktop', 'district', { at: '/app/grid/checks?within=340603002' });
    await page.getByTestId('no-overlaps').waitFor();
    await page.getByTestId('no-gaps').waitFor();
    await page.getByTestId('no-missing').waitFor();
  });
});

describe('the map on a phone', () => {
  test('tells the worker which grid they stand in', async (t) => {
    const page = await enter(t, 'phone', 'worker.gongdian', { at: '/m/grid', geolocation: CENTRE, permissions: ['geolocation'] });
    await page.getByTestId('where-here').tap();
    await page.getByTestId('where-grid').filter({ hasText: NAME }).waitFor();
  });

  test('says so outside the district', async (t) => {
    const page = await enter(t, 'phone', 'resident', { at: '/m/grid', geolocation: OUTSIDE, permissions: ['geolocation'], expects: [/status of 404/] });
    await page.getByTestId('where-here').tap();
    await page.getByTestId('where-nowhere').waitFor();
  });

  test('says so when the phone does not give its place', async (t) => {
    const page = await enter(t, 'phone', 'resident', { at: '/m/grid', permissions: [] });
    await page.getByTestId('where-here').tap();
    await page.locator('.van-notify').waitFor();
  });
});
