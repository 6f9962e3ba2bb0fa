import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, open, useBrowser } from './browser.mjs';
import { violations } from './pages.mjs';
import { EAST } from './points.mjs';

useBrowser();

const PAGE = '/m/points/open/certificates';
const NONE = 'ABCD-EFGH-2345-6789';
const NOT_FOUND = /status of 404 .*\/checks\//;

/** Somebody of the demo district whose hours count: one of their sign-ups, and a certificate. */
async function certified() {
  const east = await caller('street.east');
  const activities = (await east('GET', `/api/points/v1/activities?area=${EAST}&limit=100`)).body.items;
  for (const { id } of activities) {
    const signups = (await east('GET', `/api/points/v1/activities/${id}/signups?limit=100`)).body.items ?? [];
    const signup = signups.find(({ state, minutes }) => state === 'counted' && minutes > 0);
    if (signup) {
      const volunteer = await volunteerOf(east, signup.account);
      const made = await east('POST', '/api/points/v1/certificates', { volunteer: volunteer.id });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return { east, signup, certificate: made.body };
    }
  }
  return assert.fail('the demo district has hours that count');
}

async function volunteerOf(east, account) {
  let cursor = '';
  for (;;) {
    const { body } = await east('GET', `/api/points/v1/volunteers?area=${EAST}&limit=100${cursor && `&cursor=${cursor}`}`);
    const found = body.items.find((one) => one.account === account);
    if (found || !body.next) {
      return found ?? assert.fail(`${account} is a volunteer`);
    }
    cursor = body.next;
  }
}

const verdict = (page) => page.locator('[data-test=check-answer][data-verdict]');
const shown = async (page) => (await verdict(page).innerText()).replaceAll(/\s+/g, ' ');

describe('a certificate that somebody was handed', () => {
  test('is found genuine by its address and by its code, without signing in, until hours of it are struck', async (t) => {
    const { east, signup, certificate } = await certified();
    const reader = await open(t, 'phone');
    await reader.goto(`${PAGE}/${certificate.code}`);
    assert.equal(await verdict(reader).getAttribute('data-verdict'), 'genuine');
    const text = await shown(reader);
    assert.match(text, /证书真实有效/);
    assert.ok(text.includes(`${certificate.name.slice(0, 1)}**`) && !text.includes(certificate.name), text);
    assert.ok(text.includes(certificate.streetName), text);
    assert.ok(text.includes(`${Math.floor(certificate.minutes / 6) / 10} 小时`), text);
    assert.deepEqual(await violations(reader), []);

    const struck = await east('POST', `/api/points/v1/signups/${signup.id}/strike`, { reason: '未到场' });
    assert.equal(struck.status, 200, JSON.stringify(struck.body));
    const other = await open(t, 'phone', { language: 'en', dark: true });
    await other.goto(PAGE);
    await other.getByTestId('check-code').focus();
    await other.keyboard.type(certificate.code.toLowerCase().replaceAll(/(.{4})/g, '$1 '));
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { name: 'No longer valid' }).waitFor();
    assert.deepEqual(await violations(other), []);
  });

  test('is told to be none when nobody has issued it, in the language that the reader chooses', async (t) => {
    const page = await open(t, 'phone', { expects: [NOT_FOUND] });
    await page.goto(PAGE);
    assert.equal(await verdict(page).count(), 0);
    await page.getByTestId('check-code').fill(NONE);
    await page.getByTestId('check-send').click();
    await page.getByRole('heading', { name: '查无此证书' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'There is no such certificate' }).waitFor();
    await page.locator('h1', { hasText: 'Check a certificate' }).waitFor();
    assert.deepEqual(await violations(page), []);
  });

  test('is not asked about with what can be no code; the reader is told how codes look and stands in the field', async (t) => {
    const page = await open(t, 'phone');
    const asked = [];
    page.on('request', (request) => request.url().includes('/checks/') && asked.push(request.url()));
    await page.goto(PAGE);
    for (const [typed, said] of [['', '请输入查验码'], ['1234', '这不是查验码'], ['<img src=x onerror=alert(1)>', '这不是查验码'], [`${NONE}O`, '这不是查验码']]) {
      await page.getByTestId('check-code').fill(typed);
      await page.getByTestId('check-send').click();
      await page.getByRole('alert').filter({ hasText: said }).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.dataset.test), 'check-code');
    }
    await page.goto(`${PAGE}/${encodeURIComponent('<b>no code</b>')}`);
    await page.getByRole('alert').filter({ hasText: '这不是查验码' }).waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(asked, []);
  });

  test('can be asked about again when the line was down', async (t) => {
    const page = await open(t, 'phone', { expects: [NOT_FOUND, /ERR_FAILED|Failed to load resource/] });
    await page.goto(PAGE);
    await page.route('**/checks/**', (route) => route.abort());
    await page.getByTestId('check-code').fill(NONE);
    await page.getByTestId('check-send').click();
    const again = page.getByTestId('check-page').getByRole('button').nth(1);
    await again.waitFor();
    assert.equal(await verdict(page).count(), 0);
    await page.unroute('**/checks/**');
    await again.click();
    await page.getByRole('heading', { name: '查无此证书' }).waitFor();
  });

  test('is checked by who is signed in as well', async (t) => {
    const { certificate } = await certified();
    const page = await enter(t, 'phone', 'resident', { at: `${PAGE}/${certificate.code}` });
    await page.getByRole('heading', { name: '证书真实有效' }).waitFor();
    await page.locator('.ez-back').click();
    await page.locator('.ez-tabs').waitFor();
  });

  test('a page that is none is told to be none, and leads nobody to sign in', async (t) => {
    const page = await open(t, 'phone');
    await page.goto('/m/points/open/nothing');
    await page.locator('h1').first().waitFor();
    assert.equal(new URL(page.url()).pathname, '/m/points/open/nothing');
    const closed = await open(t, 'phone');
    await closed.goto('/m/points/shop');
    await closed.waitForURL(({ pathname, searchParams }) => pathname === '/m/sign-in' && searchParams.get('next') === '/m/points/shop');
  });
});
