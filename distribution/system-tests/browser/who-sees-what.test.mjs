import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { become, open, useBrowser } from './browser.mjs';
import { push, restOf } from './pages.mjs';

useBrowser();

const [HOME, MATTERS, MAP, CHECKS, IMPORT] = ['首页', '事项处理', '网格地图', '边界检查', '导入区划与边界'];
const [SERVING, REWARDS, COUNTER, LEDGER, OPENNESS] = ['志愿活动', '积分奖品', '兑换核销', '积分总账', '积分公示'];
const [SWITCHES, SETTINGS, VERSIONS, LOG, ACCOUNTS, AUDIT] = ['模块开关', '街道设置', '模块版本', '模块日志', '账号管理', '审计日志'];

/** Account → its menu on the desktop. */
const DESKTOP = {
  it: [HOME, MAP, CHECKS, IMPORT, SWITCHES, SETTINGS, VERSIONS, LOG, ACCOUNTS, AUDIT],
  district: [HOME, MATTERS, MAP, CHECKS, IMPORT, REWARDS, LEDGER, OPENNESS, AUDIT],
  'street.east': [HOME, MATTERS, MAP, SERVING, REWARDS, COUNTER, LEDGER, OPENNESS, SWITCHES, SETTINGS, ACCOUNTS],
  'street.west': [HOME, MATTERS, MAP, SWITCHES, SETTINGS, ACCOUNTS],
  'community.gongdian': [HOME, MATTERS, MAP, SERVING, COUNTER, OPENNESS],
  'worker.gongdian': [HOME, MATTERS, MAP, OPENNESS],
  'dept.citymgmt': [HOME, MATTERS, MAP, OPENNESS],
  resident: [HOME, MATTERS, MAP, OPENNESS],
};

const [SNAP, MINE, POINTS, WHERE, ME] = ['随手拍', '事项', '积分', '我的网格', '我的'];

/** Account → its tabs on the phone. */
const PHONE = {
  it: [HOME, WHERE, ME],
  district: [HOME, SNAP, MINE, POINTS, ME],
  'street.east': [HOME, SNAP, MINE, POINTS, ME],
  // this street does without points
  'street.west': [HOME, SNAP, MINE, WHERE, ME],
  'community.gongdian': [HOME, SNAP, MINE, POINTS, ME],
  'worker.gongdian': [HOME, SNAP, MINE, POINTS, ME],
  'dept.citymgmt': [HOME, MINE, POINTS, WHERE, ME],
  resident: [HOME, SNAP, MINE, POINTS, ME],
};

const titles = (page, entries, title) => page.locator(entries).evaluateAll((links, inner) => links.map((link) => link.querySelector(inner).textContent.trim()), title);

/** All pages that the shell knows, with what one needs for each. */
const pagesOf = (page) =>
  page.evaluate(() =>
    document
      .querySelector('#app')
      .__vue_app__.config.globalProperties.$router.getRoutes()
      .filter(({ path, meta }) => meta.permission && !path.includes(':'))
      .map(({ path, meta }) => ({ path, permission: meta.permission })),
  );

const permissionsOf = async (page) => Object.keys((await (await page.context().request.get('/api/security/v1/me')).json()).permissions);

/** One of them by its address, the others by going on to them. */
async function forbidsTheRest(page) {
  const rest = restOf(page);
  const may = await permissionsOf(page);
  const pages = await pagesOf(page);
  assert.ok(pages.length >= 2, 'there are pages that not everybody may see');
  const address = pages.find(({ permission }) => !may.includes(permission))?.path;
  for (const { path, permission } of pages) {
    await (path === address ? page.goto(path) : push(page, path));
    await rest();
    const forbidden = (await page.getByText('您没有查看本页的权限').count()) > 0;
    assert.equal(forbidden, !may.includes(permission), `${path} needs ${permission}`);
  }
}

describe('on the desktop', () => {
  test('everybody finds what is theirs', async (t) => {
    const page = await open(t, 'desktop');
    for (const [account, menu] of Object.entries(DESKTOP)) {
      await t.test(`${account} finds ${menu.join(', ')}`, async () => {
        await become(page, 'desktop', account);
        await page.locator('.ez-side a').nth(menu.length - 1).waitFor();
        assert.deepEqual(await titles(page, '.ez-side a', '.ez-side-title'), menu);
        for (const title of menu.slice(1)) {
          await page.locator('.ez-side a', { hasText: title }).click();
          await page.locator('h1', { hasText: title }).waitFor();
          await page.locator('.ez-side a[aria-current=page]', { hasText: title }).waitFor();
        }
      });

      await t.test(`${account} is told that the other pages are not theirs`, () => forbidsTheRest(page));
    }
  });
});

describe('on the phone', () => {
  test('everybody finds what is theirs', async (t) => {
    const page = await open(t, 'phone');
    for (const [account, tabs] of Object.entries(PHONE)) {
      await t.test(`${account} finds ${tabs.join(', ')}`, async () => {
        await become(page, 'phone', account);
        await page.locator('.ez-tabs a').nth(tabs.length - 1).waitFor();
        assert.deepEqual(await titles(page, '.ez-tabs a', 'span'), tabs);
        for (let i = 1; i < tabs.length; i++) {
          const tab = page.locator('.ez-tabs a').nth(i);
          await tab.click();
          await page.locator('.ez-tabs a[aria-current=page]', { hasText: tabs[i] }).waitFor();
        }
      });

      await t.test(`${account} is told that the other pages are not theirs`, () => forbidsTheRest(page));
    }
  });
});
