// Going through every page that somebody may see, and what is asked of each.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNTS, become, caller, complainedOfNothing, enter, open, pictureIfFailed, SHELLS } from './browser.mjs';
import { chinese, dataOf, examplesFor, openPagesOf, pagesOf, push, rawKeys, restOf, sortsOf, texts, violations } from './pages.mjs';

export const WAYS = { zh: { language: 'zh' }, en: { language: 'en' } };
export const LOOKS = { dark: { dark: true }, elder: { elder: true } };

/** Judges a page; axe does unless every sort of its elements is among those that it has judged already. */
async function judge(page, data, { language = 'zh' }, judged) {
  const shown = await texts(page);
  const known = await data();
  assert.equal(await page.evaluate(() => document.documentElement.lang), language === 'zh' ? 'zh-CN' : 'en');
  assert.deepEqual(rawKeys(shown, known), [], 'keys in place of texts');
  if (language === 'en') {
    assert.deepEqual(chinese(shown, known), [], 'Chinese on an English page');
  }
  const sorts = await sortsOf(page);
  if (!judged || sorts.some((sort) => !judged.has(sort))) {
    assert.deepEqual(await violations(page), [], 'axe');
    sorts.forEach((sort) => judged?.add(sort));
  }
  assert.equal(await page.locator('h1').count(), 1, 'one heading of the first rank');
  complainedOfNothing(page);
}

/**
 * Goes through all pages of a shell as one after the other of these people sees them who sign in there; each page is a test of its own.
 * `look` is given the page, its route's name and the data that it was sent.
 */
export async function visit(t, shell, accounts, options, look) {
  const page = await open(t, shell, options);
  const [rest, data] = [restOf(page), dataOf(page)];
  for (const account of accounts) {
    await t.test(`as ${account}`, async (one) => {
      data.forget();
      const examples = await examplesFor(await caller(account));
      await become(page, shell, account);
      await rest();
      const pages = await pagesOf(page, examples);
      assert.ok(pages.length >= 3);
      for (const { name, path } of pages) {
        await one.test(name, async (here) => {
          here.after(() => pictureIfFailed(here, page));
          await push(page, path);
          await rest();
          await look(page, name, data);
        });
      }
    });
  }
}

/** Judges all pages of a shell as these people see them. */
async function judgeAll(t, shell, accounts, options) {
  const judged = new Map();
  const judgedOf = (name) => judged.get(name) ?? judged.set(name, new Set()).get(name);
  await visit(t, shell, accounts, options, (page, name, data) => judge(page, data, options, judgedOf(name)));
}

/** Goes to all pages that are seen without being signed in, as somebody who is not. */
export async function walkOpen(t, options) {
  const known = await enter(t, 'phone', 'resident');
  const paths = await openPagesOf(known);
  assert.ok(paths.includes('/m/points/open/certificates'));
  const page = await open(t, 'phone', { ...options, expects: [/status of 404 .*\/checks\//] });
  const [rest, data] = [restOf(page), dataOf(page)];
  for (const path of paths) {
    await t.test(path, async (one) => {
      one.after(() => pictureIfFailed(one, page));
      await page.goto(path);
      await rest();
      await judge(page, data, options);
      assert.equal(new URL(page.url()).pathname, path);
    });
  }
}

/** The tests of all pages of a shell: for each account, in both languages, in the dark and in large type. */
export function everyPageOf(shell) {
  for (const [way, options] of Object.entries(WAYS)) {
    describe(`every page of the ${shell} in ${way}: no violation of WCAG 2.1 AA, no raw key, no foreign text, no error`, () => {
      test('signed in', (t) => judgeAll(t, shell, ACCOUNTS, options));

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
    test(`every page of the ${shell} in the ${look} look`, (t) => judgeAll(t, shell, ['it', 'community.gongdian'], options));
  }
}
