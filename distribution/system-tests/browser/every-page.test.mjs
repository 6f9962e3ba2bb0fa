import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNTS, caller, enter, open, SHELLS, useBrowser } from './browser.mjs';
import { chinese, dataOf, examplesFor, openPagesOf, pagesOf, push, rawKeys, restOf, texts, violations } from './pages.mjs';

useBrowser();

const WAYS = { zh: { language: 'zh' }, en: { language: 'en' } };
const LOOKS = { dark: { dark: true }, elder: { elder: true } };

async function judge(page, data, { language = 'zh' }) {
  const shown = await texts(page);
  const known = await data();
  assert.equal(await page.evaluate(() => document.documentElement.lang), language === 'zh' ? 'zh-CN' : 'en');
  assert.deepEqual(rawKeys(shown, known), [], 'keys in place of texts');
  if (language === 'en') {
    assert.deepEqual(chinese(shown, known), [], 'Chinese on an English page');
  }
  assert.deepEqual(await violations(page), [], 'axe');
  assert.equal(await page.locator('h1').count(), 1, 'one heading of the first rank');
}

/** Goes through all pages of a shell that somebody may see; each is a test of its own. */
async function walk(t, shell, account, options) {
  const page = await open(t, shell, { ...options });
  const [rest, data] = [restOf(page), dataOf(page)];
  const call = await caller(account);
  const examples = await examplesFor(call);
  await page.context().request.post('/api/security/v1/sessions', { data: { account, password: 'ezhili-demo' } });
  await page.goto(SHELLS[shell].home);
  await rest();
  const pages = await pagesOf(page, examples);
  assert.ok(pages.length >= 3);
  for (const { name, path } of pages) {
    await t.test(`${name}`, async () => {
      await push(page, path);
      await rest();
      await judge(page, data, options);
    });
  }
}

/** Goes to all pages that are seen without being signed in, as somebody who is not. */
async function walkOpen(t, options) {
  const known = await enter(t, 'phone', 'resident');
  const paths = await openPagesOf(known);
  assert.ok(paths.includes('/m/points/open/certificates'));
  const page = await open(t, 'phone', { ...options, expects: [/status of 404 .*\/checks\//] });
  const [rest, data] = [restOf(page), dataOf(page)];
  for (const path of paths) {
    await t.test(path, async () => {
      await page.goto(path);
      await rest();
      await judge(page, data, options);
      assert.equal(new URL(page.url()).pathname, path);
    });
  }
}

for (const [way, options] of Object.entries({ ...WAYS, ...LOOKS })) {
  test(`every page that is open to everybody, as nobody, ${way}`, (t) => walkOpen(t, options));
}

for (const shell of Object.keys(SHELLS)) {
  for (const [way, options] of Object.entries(WAYS)) {
    describe(`every page of the ${shell} in ${way}: no violation of WCAG 2.1 AA, no raw key, no foreign text, no error`, () => {
      for (const account of ACCOUNTS) {
        test(`as ${account}`, (t) => walk(t, shell, account, options));
      }

      test('signing in', async (t) => {
        const page = await open(t, shell, options);
        const [rest, data] = [restOf(page), dataOf(page)];
        await page.goto(SHELLS[shell].signIn);
        await rest();
        await judge(page, data, options);
      });
    });
  }

  for (const [look, options] of Object.entries(LOOKS)) {
    describe(`every page of the ${shell} in the ${look} look`, () => {
      for (const account of ['it', 'community.gongdian']) {
        test(`as ${account}`, (t) => walk(t, shell, account, options));
      }
    });
  }
}

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
    await page.evaluate(() => {
      const field = document.createElement('input');
      const text = document.createElement('p');
      text.textContent = 'matters.inbox.title \u5f85\u529e';
      document.querySelector('main').append(field, text);
    });
    const forbidden = page.waitForEvent('console', (message) => message.text().startsWith('CSP style-src'));
    await page.evaluate(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<p style="color: red">red</p>'));
    await forbidden;
    const shown = await texts(page);
    assert.deepEqual(rawKeys(shown, await data()), ['matters.inbox.title']);
    assert.ok(chinese(shown, []).some((text) => text.startsWith('matters.inbox.title')));
    assert.match((await violations(page)).join(), /label #main > input/);
  });
});
