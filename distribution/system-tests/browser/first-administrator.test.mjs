import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { open, signIn, useBrowser } from './browser.mjs';
import { startDistrict } from './district.mjs';
import { target } from './house.mjs';

useBrowser();

/** The district's own area isn't there before it is imported. */
const NO_AREAS = /status of 404 .*\/api\/grid\/v1\//;
const PASSWORD = 'a long enough password';

describe('an empty district', () => {
  let empty;
  before(async () => {
    empty = await startDistrict(join(target, 'empty'));
  });
  after(() => empty.stop());

  async function fill(page, password, again = password) {
    await page.locator('input[autocomplete=username]').fill('first.admin');
    await page.locator('input[autocomplete=name]').fill('张主任');
    await page.locator('input[autocomplete=new-password]').nth(0).fill(password);
    await page.locator('input[autocomplete=new-password]').nth(1).fill(again);
    await page.locator('button[type=submit]').click();
  }

  test('its link opens the first administrator’s account once, after what was wrong is put right', async (t) => {
    const link = empty.setupLink();
    assert.match(link, /^\/setup\?token=/);
    const page = await open(t, 'desktop', { url: empty.url, expects: [/status of 4\d\d/] });

    await page.goto('/setup');
    await page.getByText('链接不完整').waitFor();

    await page.goto('/setup?token=guessed-guessed-guessed');
    await fill(page, PASSWORD);
    await page.getByRole('alert').waitFor();

    await page.goto(link);
    await fill(page, PASSWORD, `${PASSWORD}!`);
    await page.getByText('两次输入的密码不一致').waitFor();
    await fill(page, 'short');
    await page.locator('.ez-field-fault').first().waitFor();
    await fill(page, PASSWORD);
    await page.locator('h1', { hasText: '张主任，您好' }).waitFor();
    await page.locator('.ez-side a', { hasText: '账号管理' }).waitFor();

    const again = await open(t, 'desktop', { url: empty.url, expects: [/status of 4\d\d/] });
    await again.goto(link);
    await fill(again, PASSWORD);
    await again.getByRole('alert').waitFor();
    assert.equal(new URL(again.url()).pathname, '/setup');

    const signed = await open(t, 'phone', { url: empty.url, expects: [NO_AREAS] });
    await signed.goto('/m');
    await signIn(signed, 'first.admin', PASSWORD);
    await signed.locator('h1', { hasText: '张主任，您好' }).waitFor();
  });

  test('its pages stand without any data', async (t) => {
    const page = await open(t, 'desktop', { url: empty.url, expects: [NO_AREAS] });
    await page.goto('/');
    await signIn(page, 'first.admin', PASSWORD);
    for (const title of ['网格地图', '边界检查', '导入区划与边界', '模块开关', '账号管理', '审计日志']) {
      await page.locator('.ez-side a', { hasText: title }).click();
      await page.locator('h1', { hasText: title }).waitFor();
    }
  });
});
