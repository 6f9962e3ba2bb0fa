import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, SHELLS, useBrowser } from './browser.mjs';
import { act, chooseArea, GRID, LITTER, openFromList, pointOnMap, recordOf, reportOnDesktop, reportOnPhone } from './matters.mjs';

useBrowser();

const WHOLE = ['report', 'accept', 'dispatch', 'take', 'hand-in', 'verify', 'close'];
const WORKER = 'worker.gongdian';
const WAY = ['相山区', '东街道', '供电社区居民委员会', '供电社区第一网格'];
const listOf = (shell, tab) => (shell === 'desktop' ? '/app/matters' : `/m/matters?tab=${tab}`);

/** Shows the first grid of 供电社区 on the map of the district's communities. */
async function onTheMap(page, map, press) {
  const district = await caller('district');
  const grid = (await district('GET', `/api/grid/v1/areas/${GRID}`)).body;
  const { x, y } = await pointOnMap(page, map, district, { within: '340603', level: 'community', ...grid.centre });
  await press(x, y);
  await page.getByTestId('report-where').filter({ hasText: grid.name }).waitFor();
}

const placeOnPhone = {
  map: async (page) => {
    await page.getByTestId('place-map').click();
    const map = page.locator('.ez-map-ground');
    await map.scrollIntoViewIfNeeded();
    await onTheMap(page, map, (x, y) => page.touchscreen.tap(x, y));
  },
  tree: async (page) => {
    await page.getByTestId('place-area').click();
    await chooseArea(page, page.getByTestId('report-area'), WAY);
  },
};

const placeOnDesktop = {
  map: (page) => onTheMap(page, page.getByTestId('report-map'), (x, y) => page.mouse.click(x, y)),
  tree: (page) => chooseArea(page, page.getByTestId('report-area'), WAY),
};

async function work(t, { report, place, triage, handle }) {
  const description = `${t.name} ${Date.now()}`;
  const resident = await enter(t, report, 'resident');
  const id =
    report === 'phone'
      ? await reportOnPhone(resident, { description, place: placeOnPhone[place] })
      : await reportOnDesktop(resident, { description, place: placeOnDesktop[place] });
  assert.equal(await resident.getByTestId('photo').count(), 2, 'the photo stands with the matter and in its record');

  const community = await enter(t, triage, 'community.gongdian');
  await openFromList(community, listOf(triage, 'area'), id);
  await act(community, 'accept', { leadsTo: 'accepted' });
  await act(community, 'dispatch', { leadsTo: 'dispatched', handler: WORKER });

  const worker = await enter(t, handle, WORKER);
  await openFromList(worker, listOf(handle, 'handling'), id);
  await act(worker, 'take', { leadsTo: 'in-hand' });
  await act(worker, 'hand-in', { leadsTo: 'handled', note: '已清理完毕，现场照片见附件', pictured: '处置后' });

  await openFromList(community, listOf(triage, 'area'), id);
  await act(community, 'verify', { leadsTo: 'verified' });
  await act(community, 'close', { leadsTo: 'closed' });

  await openFromList(resident, report === 'phone' ? '/m/matters' : '/app/matters', id);
  assert.deepEqual(await recordOf(resident), WHOLE, 'the reporter sees every step');
  assert.equal(await resident.locator('[data-test=matter-page] [data-state=closed]').count() > 0, true);
  await resident.getByText('已清理完毕').first().waitFor();
  assert.equal(await resident.getByTestId('matter-actions').count(), 0, 'nothing is left to do');
}

describe('a matter from the report to the close', () => {
  test('the resident and the worker have a phone, the community sits at a desk', (t) =>
    work(t, { report: 'phone', place: 'map', triage: 'desktop', handle: 'phone' }));

  test('everybody has a phone', (t) => work(t, { report: 'phone', place: 'tree', triage: 'phone', handle: 'phone' }));

  test('everybody sits at a desk', (t) => work(t, { report: 'desktop', place: 'tree', triage: 'desktop', handle: 'desktop' }));

  for (const shell of Object.keys(SHELLS)) {
    test(`what was handled badly is sent back and done again, on the ${shell}`, async (t) => {
      const resident = await caller('resident');
      const { body } = await resident('POST', '/api/matters/v1/matters', { category: LITTER.category, description: `返工 ${shell} ${Date.now()}`, area: GRID });
      const community = await enter(t, shell, 'community.gongdian');
      await openFromList(community, listOf(shell, 'area'), body.id);
      await act(community, 'accept', { leadsTo: 'accepted' });
      await act(community, 'dispatch', { leadsTo: 'dispatched', handler: WORKER });
      const worker = await enter(t, shell, WORKER);
      await openFromList(worker, listOf(shell, 'handling'), body.id);
      await act(worker, 'take', { leadsTo: 'in-hand' });
      await act(worker, 'hand-in', { leadsTo: 'handled' });
      await openFromList(community, listOf(shell, 'area'), body.id);
      await act(community, 'rework', { leadsTo: 'in-hand', reason: '垃圾桶后面还没有清理' });
      await community.getByText('垃圾桶后面还没有清理').first().waitFor();
      await openFromList(worker, listOf(shell, 'handling'), body.id);
      await act(worker, 'hand-in', { leadsTo: 'handled', note: '已全部清理' });
    });

    test(`a rejection without its reason is not sent, on the ${shell}`, async (t) => {
      const resident = await caller('resident');
      const { body } = await resident('POST', '/api/matters/v1/matters', { category: LITTER.category, description: `不予受理 ${shell} ${Date.now()}`, area: GRID });
      const community = await enter(t, shell, 'community.gongdian');
      await openFromList(community, listOf(shell, 'area'), body.id);
      await community.getByTestId('action-reject').click();
      const form = community.getByTestId('action-dialog');
      await form.getByTestId('action-submit').click();
      await form.getByText('请填写理由').waitFor();
      await form.getByTestId('action-reason').fill('重复上报');
      await form.getByTestId('action-submit').click();
      await community.locator('[data-test=matter-page] [data-state=rejected]').first().waitFor();
    });

    test(`a report that lacks something says what, on the ${shell}`, async (t) => {
      const page = await enter(t, shell, 'resident', { at: shell === 'desktop' ? '/app/matters/report' : '/m/matters/report' });
      await page.getByTestId('report-submit').click();
      for (const fault of ['请选择类别', '请填写情况说明', '请在地图上指出地点，或选择区域']) {
        await page.getByText(fault).first().waitFor();
      }
    });
  }
});
