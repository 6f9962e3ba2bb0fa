import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enter, useBrowser } from './browser.mjs';
import { chinese, dataOf, rawKeys, sortsOf, texts, violations } from './pages.mjs';

useBrowser();

/** The arrow keys scroll an open list of options, by way of its field; axe looks for a tab stop within it. */
const SCROLLED_BY_ARROWS = /^scrollable-region-focusable \.el-select-dropdown__wrap:/;

describe('what opens over a page', () => {
  const opened = {
    'the keys’ help': ['/', 'community.gongdian', (page) => page.keyboard.press('?')],
    'the hits of a search': ['/', 'community.gongdian', (page) => page.keyboard.press('/')],
    'the account’s menu': ['/', 'community.gongdian', (page) => page.locator('.ez-user').click()],
    'a new account': ['/app/platform/accounts', 'it', (page) => page.locator('.ez-page-actions button').click()],
    'the choice of an area': ['/app/platform/accounts', 'it', (page) => page.locator('.ez-area-field').first().click()],
    'a question before something that can’t be taken back': ['/app/platform/accounts', 'it', (page) => page.getByRole('button', { name: '停用' }).first().click()],
    'an action’s form': ['/app/matters?state=reported', 'community.gongdian', async (page) => {
      await page.getByTestId('matter-row').first().click();
      await page.getByTestId('action-reject').click();
    }],
    'the choice of a category': ['/app/matters/report', 'resident', (page) => page.getByTestId('report-category').click()],
  };
  for (const [what, [at, account, show]] of Object.entries(opened)) {
    for (const dark of [false, true]) {
      test(`${what} is fit for all readers${dark ? ' in the dark' : ''}`, async (t) => {
        const page = await enter(t, 'desktop', account, { at, dark });
        await show(page);
        await page.waitForTimeout(300);
        assert.deepEqual((await violations(page)).filter((found) => !SCROLLED_BY_ARROWS.test(found)), []);
      });
    }
  }

  test('an action’s sheet on the phone is fit for all readers', async (t) => {
    const page = await enter(t, 'phone', 'community.gongdian', { at: '/m/matters?tab=area&state=reported' });
    await page.getByTestId('matter-row').first().click();
    await page.getByTestId('action-reject').click();
    assert.deepEqual(await violations(page), []);
  });
});

describe('the judge itself', () => {
  test('sees a field without a name, a raw key, Chinese in English, and what the security policy forbids', async (t) => {
    const page = await enter(t, 'desktop', 'resident', { language: 'en', expects: [/CSP style-src/, /Content Security Policy/] });
    const data = dataOf(page);
    const before = new Set(await sortsOf(page));
    await page.evaluate(() => {
      const field = document.createElement('input');
      const text = document.createElement('p');
      text.textContent = 'matters.inbox.title \u5f85\u529e';
      document.querySelector('main').append(field, text);
    });
    const forbidden = page.waitForEvent('console', (message) => message.text().startsWith('CSP style-src'));
    await page.evaluate(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<p style="color: red">red</p>'));
    await forbidden;
    assert.ok((await sortsOf(page)).some((sort) => !before.has(sort) && / > input /.test(sort)), 'a page with a new element is judged again');
    const shown = await texts(page);
    assert.deepEqual(rawKeys(shown, await data()), ['matters.inbox.title']);
    assert.ok(chinese(shown, []).some((text) => text.startsWith('matters.inbox.title')));
    assert.match((await violations(page)).join(), /label #main > input/);
  });
});
