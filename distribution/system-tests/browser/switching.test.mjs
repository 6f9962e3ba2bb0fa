import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, useBrowser } from './browser.mjs';

useBrowser();

const WEST = '340603003';
const MATTERS = '/api/matters/v1/matters';

describe('a module that is switched off for a street', () => {
  test('is gone for that street: menu, page and endpoint; and comes back', async (t) => {
    const [it, west] = [await caller('it'), await caller('street.west')];
    t.after(() => it('PUT', `/api/platform/v1/streets/${WEST}/modules/matters`, { enabled: true }));
    const switches = await enter(t, 'desktop', 'it', { at: '/app/platform/modules' });
    const toggle = switches.getByRole('switch', { name: '西街道：事件处置' });
    const row = switches.locator('.el-switch', { has: toggle });
    assert.equal(await toggle.getAttribute('aria-checked'), 'true');
    await row.click();
    await switches.getByText('已在西街道停用“事件处置”').waitFor();

    const page = await enter(t, 'desktop', 'street.west');
    await page.locator('.ez-side a', { hasText: '网格地图' }).waitFor();
    assert.equal(await page.locator('.ez-side a', { hasText: '事项处理' }).count(), 0, 'the menu');
    await page.goto('/app/matters');
    await page.locator('h1', { hasText: '没有这个页面' }).waitFor();
    assert.equal((await west('GET', MATTERS)).body.code, 'module-off', 'the endpoint');
    const phone = await enter(t, 'phone', 'street.west');
    await phone.locator('.ez-tabs a', { hasText: '我的网格' }).waitFor();
    assert.equal(await phone.locator('.ez-tabs a', { hasText: '事项' }).count(), 0, 'the tab');

    const east = await enter(t, 'desktop', 'street.east', { at: '/app/matters' });
    await east.getByTestId('matter-row').first().waitFor();

    await row.click();
    await switches.getByText('已在西街道启用“事件处置”').waitFor();
    await page.goto('/app/matters');
    await page.locator('h1', { hasText: '事项处理' }).waitFor();
    assert.equal((await west('GET', MATTERS)).status, 200);
  });

  test('is back at once when the switch is taken back', async (t) => {
    const [it, west] = [await caller('it'), await caller('street.west')];
    t.after(() => it('PUT', `/api/platform/v1/streets/${WEST}/modules/matters`, { enabled: true }));
    const page = await enter(t, 'desktop', 'it', { at: '/app/platform/modules' });
    await page.locator('.el-switch', { has: page.getByRole('switch', { name: '西街道：事件处置' }) }).click();
    await page.getByText('已在西街道停用“事件处置”').waitFor();
    await page.locator('.ez-undo button').click();
    await page.getByText('已撤销').waitFor();
    assert.equal((await west('GET', MATTERS)).status, 200);
  });

  test('an open page tells that something changed and offers to load again', async (t) => {
    const it = await caller('it');
    t.after(() => it('PUT', `/api/platform/v1/streets/${WEST}/modules/matters`, { enabled: true }));
    // a page that is looked at again asks for its counters, and may do so before it knows that the module is off
    const page = await enter(t, 'desktop', 'street.west', { expects: [/status of 404/, /status of 403.*\/api\/matters\/v1\/counters$/] });
    await page.locator('.ez-side a', { hasText: '事项处理' }).waitFor();
    await it('PUT', `/api/platform/v1/streets/${WEST}/modules/matters`, { enabled: false });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const banner = page.locator('.ez-banner');
    await banner.waitFor();
    await banner.getByRole('button').click();
    await page.locator('.ez-side a', { hasText: '网格地图' }).waitFor();
    assert.equal(await page.locator('.ez-side a', { hasText: '事项处理' }).count(), 0);
  });

  test('a street switches for itself only', async (t) => {
    const page = await enter(t, 'desktop', 'street.east', { at: '/app/platform/modules' });
    await page.getByRole('switch').first().waitFor({ state: 'attached' });
    const labels = await page.getByRole('switch').evaluateAll((all) => all.filter((one) => !one.disabled).map((one) => one.getAttribute('aria-label')));
    assert.ok(labels.includes('东街道：事件处置'));
    assert.deepEqual(labels.filter((label) => !label.startsWith('东街道：')), []);
  });

  test('what it needs is switched on with it once the reader has agreed, and off again when that is taken back', async (t) => {
    const page = await enter(t, 'desktop', 'it', { at: '/app/platform/modules', expects: [/status of 409/] });
    const address = `/api/platform/v1/streets/${WEST}/modules/matters`;
    const asked = [];
    await page.route(`**${address}*`, (route) => {
      const { searchParams } = new URL(route.request().url());
      const { enabled } = route.request().postDataJSON();
      asked.push(`${enabled} ${searchParams.get('withNeeded')}`);
      const needs = { type: 'urn:ezhili:problem:module-needs', title: '所需模块未开启', status: 409, code: 'module-needs', errors: [{ field: 'grid', code: 'module-is-off', detail: '未开启' }] };
      const refused = enabled && !searchParams.get('withNeeded') && asked.length > 1;
      return refused
        ? route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(needs) })
        : route.fulfill({ json: { street: WEST, module: 'matters', enabled, along: searchParams.get('withNeeded') ? ['grid'] : [] } });
    });
    await page.route('**/modules/grid*', (route) => route.fulfill({ json: { street: WEST, module: 'grid', enabled: false, along: [] } }));
    const row = page.locator('.el-switch', { has: page.getByRole('switch', { name: '西街道：事件处置' }) });
    await row.click();
    await page.getByText('已在西街道停用“事件处置”').waitFor();
    await row.click();
    const dialog = page.locator('.el-message-box');
    await dialog.getByText('“事件处置”需要“网格底座”').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('switch', { name: '西街道：事件处置' }).getAttribute('aria-checked'), 'false');
    await row.click();
    await dialog.getByRole('button', { name: '一并启用' }).click();
    await page.getByText('已在西街道启用“事件处置”及“网格底座”').waitFor();
    await page.locator('.ez-undo button').last().click();
    await page.getByText('已撤销').waitFor();
    assert.deepEqual(asked, ['false null', 'true null', 'true null', 'true true', 'false null']);
  });
});
