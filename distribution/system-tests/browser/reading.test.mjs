import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, open, SHELLS, useBrowser } from './browser.mjs';
import { visit } from './every-page.mjs';

useBrowser();

const NORMAL = 44;
const ELDER = 60;
const ELDER_TYPE = 18;
const DESK_TYPE = 16;

/** What a finger aims at and misses: too small in one direction. Links within running text may be as high as their line. */
const smallTargets = (page, least) =>
  page.evaluate((size) => {
    const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=switch], [role=checkbox], [role=radio], [role=option]';
    return [...document.querySelectorAll(targets)]
      .map((element) => (element.matches('input[type=checkbox], input[type=radio], input[type=file]') ? (element.closest('label') ?? element) : element))
      .filter((element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden' && !element.disabled)
      .filter((element) => !(element.matches('a') && getComputedStyle(element).display === 'inline' && element.closest('p')))
      // Leaflet's outlines and points are pressed anywhere
      .filter((element) => !element.closest('.ez-hidden'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (Math.round(box.width) < size || Math.round(box.height) < size))
      .map(({ element, box }) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 20)}" ${Math.round(box.width)}×${Math.round(box.height)}`);
  }, least);

const smallType = (page, least) =>
  page.evaluate((size) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (const field of document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), textarea')) {
      if (field.getClientRects().length > 0 && parseFloat(getComputedStyle(field).fontSize) < size) {
        found.push(`field ${field.placeholder} ${getComputedStyle(field).fontSize}`);
      }
    }
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.data.trim();
      if (text && element.getClientRects().length > 0 && !element.closest('script, style, noscript, .ez-hidden, [aria-hidden=true]') && parseFloat(getComputedStyle(element).fontSize) < size) {
        found.push(`"${text.slice(0, 20)}" ${getComputedStyle(element).fontSize}`);
      }
    }
    return found;
  }, least);

describe('hit areas and type on the phone', () => {
  for (const [mode, elder, least] of [['usual type', false, NORMAL], ['large type', true, ELDER]]) {
    test(`every target is at least ${least} px and no page is wider than the phone in ${mode}`, (t) =>
      visit(t, 'phone', ['resident', 'worker.gongdian', 'community.gongdian'], { elder }, async (page) => {
        assert.deepEqual(await smallTargets(page, least), []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
        if (elder) {
          assert.deepEqual(await smallType(page, ELDER_TYPE), []);
        }
      }));
  }

  test('the sign-in page has them too', async (t) => {
    const page = await open(t, 'phone', { elder: true });
    await page.goto('/m/sign-in');
    await page.locator('h1').waitFor();
    assert.deepEqual(await smallTargets(page, ELDER), []);
    assert.deepEqual(await smallType(page, ELDER_TYPE), []);
  });

  test('one touch on the front page turns large type on, and it stays', async (t) => {
    const page = await enter(t, 'phone', 'resident');
    const size = () => page.locator('h1').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.getByRole('button', { name: '大字版' }).tap();
    assert.ok((await size()) > before * 1.15, `${before} → ${await size()}`);
    await page.reload();
    await page.getByRole('button', { name: '大字版', pressed: true }).waitFor();
    await page.getByRole('button', { name: '大字版' }).tap();
    assert.equal(await size(), before);
  });
});

test(`nothing is written smaller than ${DESK_TYPE} px in large type at a desk`, (t) =>
  visit(t, 'desktop', ['it', 'community.gongdian'], { elder: true }, async (page) => assert.deepEqual(await smallType(page, DESK_TYPE), [])));

describe('languages', () => {
  test('each desktop page changes its language where it stands', (t) =>
    visit(t, 'desktop', ['district'], {}, async (page) => {
      const heading = page.locator('h1');
      await heading.filter({ hasText: /\p{Script=Han}/u }).waitFor();
      const chinese = await heading.innerText();
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('html[lang=en]').waitFor();
      assert.notEqual(await heading.innerText(), chinese);
      await page.getByRole('button', { name: '中文' }).click();
      assert.equal(await heading.innerText(), chinese);
    }));

  test('a phone’s language is chosen on the “me” page and kept', async (t) => {
    const page = await enter(t, 'phone', 'resident', { at: '/m/me' });
    await page.getByText('English').tap();
    await page.locator('h1', { hasText: 'Me' }).waitFor();
    await page.goto('/m/matters');
    await page.locator('h1', { hasText: 'My matters' }).waitFor();
    await page.goto('/m/me');
    await page.getByText('中文').tap();
    await page.locator('h1', { hasText: '我的' }).waitFor();
  });

  test('a refusal of the server comes in the reader’s language', async (t) => {
    for (const [language, text] of [['zh', /[\p{Script=Han}]/u], ['en', /^[^\p{Script=Han}]+$/u]]) {
      const page = await open(t, 'desktop', { language, expects: [/status of 401/] });
      await page.goto('/app/sign-in');
      await page.locator('input[autocomplete=username]').fill('resident');
      await page.locator('input[autocomplete=current-password]').fill('wrong-password');
      await page.locator('button[type=submit]').click();
      assert.match(await page.getByRole('alert').innerText(), text);
    }
  });
});

describe('the keyboard', () => {
  const enterHome = (t, account = 'community.gongdian') => enter(t, 'desktop', account);
  const focused = (page) => page.evaluate(() => document.activeElement.dataset.matter ?? document.activeElement.getAttribute('role'));

  test('/ goes to the search, a page is found by its name and opened by Enter', async (t) => {
    const page = await enterHome(t);
    await page.keyboard.press('/');
    assert.equal(await focused(page), 'combobox');
    await page.keyboard.type('网格地图');
    await page.getByRole('option', { name: '网格地图' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/app/grid');
  });

  test('/ finds a matter by its number', async (t) => {
    const { body } = await (await caller('community.gongdian'))('GET', '/api/matters/v1/matters?limit=1');
    const page = await enterHome(t);
    await page.keyboard.press('/');
    await page.keyboard.type(body.items[0].id);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/app/matters/matters/${body.items[0].id}`);
  });

  test('/ says so when nothing is found, and Escape leaves', async (t) => {
    const page = await enterHome(t);
    await page.keyboard.press('/');
    await page.keyboard.type('没有这样的东西');
    await page.getByText('没有找到').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('没有找到').waitFor({ state: 'detached' });
  });

  test('g and a letter goes to each page of the menu', async (t) => {
    const page = await enterHome(t, 'district');
    for (const [key, path] of [['m', '/app/matters'], ['a', '/app/grid'], ['l', '/app/platform/audit'], ['h', '/']]) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.waitForURL((url) => url.pathname === path);
    }
  });

  test('j and k go through the list, Enter opens the matter', async (t) => {
    const page = await enter(t, 'desktop', 'community.gongdian', { at: '/app/matters' });
    await page.getByTestId('matter-row').nth(1).waitFor();
    const ids = await page.getByTestId('matter-row').evaluateAll((all) => all.map((row) => row.dataset.matter));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.waitForFunction((id) => document.activeElement.dataset.matter === id, ids[1]);
    await page.keyboard.press('k');
    await page.waitForFunction((id) => document.activeElement.dataset.matter === id, ids[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/app/matters/matters/${ids[0]}`);
  });

  test('? shows the keys, Escape closes them, and letters that are typed are letters', async (t) => {
    const page = await enter(t, 'desktop', 'community.gongdian', { at: '/app/matters/report' });
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: '键盘快捷键' });
    await help.getByText('前往“事项处理”').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.getByTestId('report-description').click();
    await page.keyboard.type('/gm?');
    assert.equal(await page.getByTestId('report-description').inputValue(), '/gm?');
    assert.equal(new URL(page.url()).pathname, '/app/matters/report');
  });

  test('the first tab stop skips to the content', async (t) => {
    const page = await enterHome(t);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  });

  test('a matter is accepted without a mouse', async (t) => {
    const resident = await caller('resident');
    const { body } = await resident('POST', '/api/matters/v1/matters', { category: 'E0101', description: `键盘 ${Date.now()}`, area: '340603002001001' });
    const page = await enter(t, 'desktop', 'community.gongdian', { at: `/app/matters/matters/${body.id}` });
    await page.getByTestId('action-accept').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('action-dialog').waitFor();
    for (let i = 0; i < 6 && !(await page.evaluate(() => document.activeElement.dataset.test === 'action-submit')); i++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-test=matter-page] [data-state=accepted]').first().waitFor();
  });
});

describe('what is turned on stays on', () => {
  for (const shell of Object.keys(SHELLS)) {
    test(`dark display on the ${shell}`, async (t) => {
      const page = await enter(t, shell, 'resident', { at: shell === 'desktop' ? '/' : '/m/me' });
      const toggle = shell === 'desktop' ? page.getByRole('button', { name: '深色显示' }) : page.getByLabel('深色显示');
      await toggle.click();
      await page.locator('html.dark').waitFor();
      await page.reload();
      await page.locator('html.dark').waitFor();
    });
  }
});
