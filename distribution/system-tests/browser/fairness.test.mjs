import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enter, open, useBrowser } from './browser.mjs';
import { violations } from './pages.mjs';
import { EAST } from './points.mjs';

useBrowser();

const PAGE = '/m/points/open/fairness';
const street = (page) => page.locator(`[data-test=fairness-street][data-street="${EAST}"]`);

describe('the rules and budgets of the streets', () => {
  test('are read without signing in, in the language that the reader chooses', async (t) => {
    const page = await open(t, 'phone');
    await page.goto(PAGE);
    await street(page).filter({ hasText: '现行规则' }).waitFor();
    assert.equal(new URL(page.url()).pathname, PAGE);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('h1', { hasText: 'Rules and budgets' }).waitFor();
    await street(page).filter({ hasText: 'Rules in effect' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Public hours' }).count(), 0, 'whose hours they are is not for everybody');
  });

  test('are found where they always were by who is signed in, with the hours that are public', async (t) => {
    const page = await enter(t, 'phone', 'resident', { at: '/m/points/fairness' });
    await page.waitForURL(({ pathname }) => pathname === PAGE);
    await street(page).waitFor();
    await page.getByRole('heading', { name: '工时公示' }).waitFor();
    await page.locator('.ez-back').click();
    await page.locator('.ez-tabs').waitFor();
  });

  test('are asked for again when the line was down', async (t) => {
    const page = await open(t, 'phone', { expects: [/ERR_FAILED/] });
    await page.route(/\/api\/points\/v1\/fairness/, (route) => route.abort());
    await page.goto(PAGE);
    const again = page.getByTestId('fairness-page').getByRole('button');
    await again.waitFor();
    await page.unrouteAll();
    await again.click();
    await street(page).waitFor();
  });
});
