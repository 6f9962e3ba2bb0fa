// Going through every page that somebody may see, and what is asked of each.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNTS, caller, enter, open, SHELLS } from './browser.mjs';
import { chinese, dataOf, examplesFor, openPagesOf, pagesOf, push, rawKeys, restOf, texts, violations } from './pages.mjs';

export const WAYS = { zh: { language: 'zh' }, en: { language: 'en' } };
export const LOOKS = { dark: { dark: true }, elder: { elder: true } };

async function judge(page, data, { language = 'zh' }, withAxe = true) {
  const shown = await texts(page);
  const known = await data();
  assert.equal(await page.evaluate(() => document.documentElement.lang), language === 'zh' ? 'zh-CN' : 'en');
  assert.deepEqual(rawKeys(shown, known), [], 'keys in place of texts');
  if (language === 'en') {
    assert.deepEqual(chinese(shown, known), [], 'Chinese on an English page');
  }
  if (withAxe) {
    assert.deepEqual(await violations(page), [], 'axe');
  }
  assert.equal(await page.locator('h1').count(), 1, 'one heading of the first rank');
}

/**
 * Goes through all pages of a shell that somebody may see; each is a test of its own. axe judges each page for each account in Chinese, and in
 * English, where the same elements have other texts, for the first account that sees it: `judged` is what it has judged.
 */
async function walk(t, shell, account, options, judged = new Set()) {
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
      await judge(page, data, options, !judged.has(name));
      if (options.language === 'en') {
        judged.add(name);
      }
    });
  }
}

/** Goes to all pages that are seen without being signed in, as somebody who is not. */
export async function walkOpen(t, options) {
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

/** The tests of all pages of a shell: for each account, in both languages, in the dark and in large type. */
export function everyPageOf(shell) {
  for (const [way, options] of Object.entries(WAYS)) {
    describe(`every page of the ${shell} in ${way}: no violation of WCAG 2.1 AA, no raw key, no foreign text, no error`, () => {
      const judged = new Set();
      for (const account of ACCOUNTS) {
        test(`as ${account}`, (t) => walk(t, shell, account, options, judged));
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
