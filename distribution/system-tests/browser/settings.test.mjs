import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, useBrowser } from './browser.mjs';
import { restOf, violations } from './pages.mjs';

useBrowser();

const EAST = '340603002';
const at = (module, street = EAST) => `/api/platform/v1/streets/${street}/settings/${module}`;
const page = (module, street = EAST) => `/app/platform/settings?at=${street}&module=${module}`;

/** Sets nothing of its own any more. */
async function clear(module) {
  const it = await caller('it');
  const { body } = await it('GET', at(module));
  await it('PUT', at(module), { values: {}, version: body.version });
}

/** A picture as a file that a browser can send. */
const logo = (screen) =>
  screen.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [600, 200];
    const ink = canvas.getContext('2d');
    ink.fillStyle = '#7a1f1f';
    ink.fillRect(0, 0, 600, 200);
    return canvas.toDataURL('image/png').split(',')[1];
  });

describe('a street’s settings', () => {
  test('are changed in a form drawn from the module’s schema, kept in versions, and taken back', async (t) => {
    t.after(() => clear('matters'));
    const screen = await enter(t, 'desktop', 'street.east', { at: page('matters') });
    const percent = screen.getByTestId('setting-limitPercent').getByRole('spinbutton');
    await percent.waitFor();
    assert.equal(await percent.inputValue(), '100');
    await percent.fill('80');
    await percent.press('Tab');
    await screen.getByTestId('setting-reportPhoto').locator('.el-switch').click();
    await screen.getByTestId('settings-save').click();
    await screen.getByText('设置已保存').waitFor();
    const it = await caller('it');
    const { body } = await it('GET', at('matters'));
    assert.deepEqual(body.values, { reportPhoto: true, limitPercent: 80 });
    await screen.locator('.ez-versions').getByText('处置时限: 80 %').first().waitFor();

    await screen.locator('.ez-undo button').click();
    await screen.getByText('已撤销').waitFor();
    assert.deepEqual((await it('GET', at('matters'))).body.values, {});

    await screen.getByRole('button', { name: `回到第 ${body.version} 版` }).click();
    await screen.locator('.ez-versions').getByText(`已回到第 ${body.version} 版`).waitFor();
    assert.deepEqual((await it('GET', at('matters'))).body.values, { reportPhoto: true, limitPercent: 80 });
    assert.deepEqual(await violations(screen), []);
  });

  test('of two who change them the second is told and sees what the first one set', async (t) => {
    t.after(() => clear('grid'));
    const screen = await enter(t, 'desktop', 'street.east', { at: page('grid'), expects: [/status of 409/] });
    const phone = screen.getByTestId('setting-phone').getByRole('textbox');
    await phone.fill('0561-1');
    const it = await caller('it');
    const { body } = await it('GET', at('grid'));
    await it('PUT', at('grid'), { values: { phone: '0561-2' }, version: body.version });
    await screen.getByTestId('settings-save').click();
    await screen.getByText('设置已被他人更改').waitFor();
    await screen.waitForFunction(() => document.querySelector('[data-test=setting-phone] input').value === '0561-2');
  });

  test('a wrong value is refused beside its field', async (t) => {
    const screen = await enter(t, 'desktop', 'street.east', { at: page('grid'), expects: [/status of 400/] });
    await screen.getByTestId('setting-phone').getByRole('textbox').fill('call me');
    await screen.getByTestId('settings-save').click();
    await screen.getByTestId('setting-phone').getByRole('alert').waitFor();
  });

  test('its name, logo and colour are seen by its people, on the desk and on the phone, and by no others', async (t) => {
    t.after(() => clear('platform'));
    const screen = await enter(t, 'desktop', 'street.east', { at: page('platform') });
    await screen.getByTestId('setting-name').getByRole('textbox').fill('东街道网格通');
    const colour = screen.getByRole('textbox', { name: '主色（色值）' });
    await colour.fill('#ffd400');
    await screen.getByText('白底上看不清').waitFor();
    await colour.fill('#7a1f1f');
    await screen.getByRole('status').getByText('清晰可读').waitFor();
    const picture = Buffer.from(await logo(screen), 'base64');
    await screen.getByTestId('setting-logo').locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture });
    await screen.getByTestId('setting-logo').locator('img').waitFor();
    await screen.getByTestId('settings-save').click();
    await screen.locator('.ez-brand-name', { hasText: '东街道网格通' }).waitFor();

    for (const dark of [false, true]) {
      const desk = await enter(t, 'desktop', 'community.gongdian', { dark });
      await desk.locator('.ez-brand-name', { hasText: '东街道网格通' }).waitFor();
      await desk.locator('.ez-brand-logo').waitFor();
      assert.ok((await desk.evaluate(() => document.documentElement.style.getPropertyValue('--ez-primary'))).startsWith('#'));
      await restOf(desk)();
      assert.deepEqual(await violations(desk), []);
    }
    const phone = await enter(t, 'phone', 'worker.gongdian');
    await phone.locator('.ez-phone-place', { hasText: '东街道网格通' }).waitFor();
    await restOf(phone)();
    assert.deepEqual(await violations(phone), []);
    const west = await enter(t, 'desktop', 'street.west');
    await west.locator('.ez-brand-name', { hasText: 'e治理' }).waitFor();
  });

  test('a resident finds the number to call for a grid', async (t) => {
    t.after(() => clear('grid'));
    const it = await caller('it');
    const { body } = await it('GET', at('grid'));
    await it('PUT', at('grid'), { values: { phone: '0561-3046110', hours: '8:30–18:00' }, version: body.version });
    const { body: found } = await it('GET', '/api/grid/v1/locate?lon=116.7926432&lat=33.9582482');
    assert.deepEqual(found.contact, found.grid.code.startsWith(EAST) ? { phone: '0561-3046110', hours: '8:30–18:00' } : null);
  });
});

describe('what IT sees of modules', () => {
  test('their versions, what was walked, and the log of one of them', async (t) => {
    const screen = await enter(t, 'desktop', 'it', { at: '/app/platform/versions' });
    await screen.getByText('事件处置').first().waitFor();
    await screen.getByRole('row', { name: /事件处置/ }).getByRole('link', { name: '日志' }).click();
    await screen.locator('h1', { hasText: '模块日志' }).waitFor();
    await screen.getByRole('radio', { name: '错误' }).check({ force: true });
    await screen.getByText('没有符合条件的日志').waitFor();
    assert.deepEqual(await violations(screen), []);
  });
});
