import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, SHELLS, useBrowser } from './browser.mjs';
import { act, actByRest, addPhoto, filed, GRID, LITTER } from './matters.mjs';
import { newResident } from './points.mjs';

useBrowser();

const MATTERS = '/api/matters/v1/matters';
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

describe('somebody else was quicker', () => {
  for (const shell of Object.keys(SHELLS)) {
    test(`who acts on a stale page is told, loads it again and goes on, on the ${shell}`, async (t) => {
      const [resident, street] = [await caller('resident'), await caller('community.gongdian')];
      const id = await filed(resident, `${t.name} ${Date.now()}`);
      const page = await enter(t, shell, 'community.gongdian', {
        at: shell === 'desktop' ? `/app/matters/matters/${id}` : `/m/matters/matters/${id}`,
        expects: [/status of 409/],
      });
      await page.getByTestId('action-accept').waitFor();
      await actByRest(street, id, { action: 'accept' });
      await act(page, 'accept', {});
      await page.getByTestId('matter-stale').waitFor();
      await page.getByTestId('matter-reload').click();
      await page.locator('[data-test=matter-page] [data-state=accepted]').first().waitFor();
      assert.equal(await page.getByTestId('matter-stale').count(), 0);
      await act(page, 'dispatch', { leadsTo: 'dispatched', handler: 'worker.gongdian' });
    });
  }
});

describe('a phone without a network', () => {
  const mine = async (call, description) => {
    const { body } = await call('GET', `${MATTERS}?mine=reported&limit=50`);
    return body.items.filter((matter) => matter.description === description);
  };

  async function fill(page, description) {
    await page.goto('/m/matters/report');
    await page.getByTestId(`group-${LITTER.group}`).click();
    await page.getByTestId(`category-${LITTER.category}`).click();
    await page.getByTestId('place-here').click();
    await page.getByTestId('report-where').waitFor();
    await page.getByTestId('report-description').fill(description);
    await addPhoto(page, page, description);
  }

  const atTheGrid = { geolocation: { longitude: 116.7926432, latitude: 33.9582482 }, permissions: ['geolocation'] };

  test('keeps a report and sends it once, with its photo, when the network is back', async (t) => {
    const description = `${t.name} ${Date.now()}`;
    const call = await caller('resident');
    const page = await enter(t, 'phone', 'resident', { ...atTheGrid, expects: [OFFLINE] });
    await fill(page, description);
    await page.context().setOffline(true);
    await page.getByTestId('report-submit').click();
    const card = page.getByTestId('waiting-card').filter({ hasText: description });
    await card.waitFor();
    assert.equal((await mine(call, description)).length, 0);

    await page.context().setOffline(false);
    await page.getByTestId('matter-row').filter({ hasText: description }).waitFor();
    await card.waitFor({ state: 'detached' });
    const [arrived, ...again] = await mine(call, description);
    assert.deepEqual(again, [], 'it was filed once');
    assert.equal(arrived.photos.length, 1);
    assert.equal(arrived.area, GRID);
  });

  test('keeps a report over a closed browser page', async (t) => {
    const description = `${t.name} ${Date.now()}`;
    const call = await caller('resident');
    const page = await enter(t, 'phone', 'resident', { ...atTheGrid, expects: [OFFLINE] });
    await fill(page, description);
    await page.context().setOffline(true);
    await page.getByTestId('report-submit').click();
    await page.getByTestId('waiting-card').filter({ hasText: description }).waitFor();
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto('/m/matters');
    await page.getByTestId('matter-row').filter({ hasText: description }).waitFor();
    assert.equal((await mine(call, description)).length, 1);
  });

  test('sends a report again whose answer was lost, and it is filed once', async (t) => {
    const description = `${t.name} ${Date.now()}`;
    const call = await caller('resident');
    const page = await enter(t, 'phone', 'resident', { ...atTheGrid, expects: [OFFLINE] });
    await fill(page, description);
    let lost = 0;
    await page.route(`**${MATTERS}`, async (route) => {
      if (route.request().method() === 'POST' && lost++ === 0) {
        await route.fetch();
        await route.abort();
      } else {
        await route.continue();
      }
    });
    await page.getByTestId('report-submit').click();
    const card = page.getByTestId('waiting-card').filter({ hasText: description });
    // what waits is sent when the list is opened, too; whoever is quicker sends it
    await card.or(page.getByTestId('matter-row').filter({ hasText: description })).first().waitFor();
    await card.getByTestId('waiting-send').click({ timeout: 1000 }).catch(() => undefined);
    await card.waitFor({ state: 'detached' });
    assert.equal((await mine(call, description)).length, 1);
    assert.ok(lost >= 2, 'it was sent twice');
  });

  test('can throw away a report that waits', async (t) => {
    const description = `${t.name} ${Date.now()}`;
    const call = await caller('resident');
    const page = await enter(t, 'phone', 'resident', { ...atTheGrid, expects: [OFFLINE] });
    await fill(page, description);
    await page.context().setOffline(true);
    await page.getByTestId('report-submit').click();
    const card = page.getByTestId('waiting-card').filter({ hasText: description });
    await card.getByTestId('waiting-drop').click();
    await page.locator('.van-dialog__confirm').click();
    await card.waitFor({ state: 'detached' });
    await page.context().setOffline(false);
    await page.goto('/m/matters');
    await page.getByTestId('phone-matters').waitFor();
    assert.equal((await mine(call, description)).length, 0);
  });
});

describe('a desk whose line loses an answer', () => {
  test('gives points once, however often it is sent', async (t) => {
    const account = await newResident('丢失');
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/books', expects: [OFFLINE] });
    const keys = [];
    await desk.route('**/occasions', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length === 1) {
        await route.fetch();
        await route.abort();
      } else {
        await route.continue();
      }
    });
    await desk.getByTestId('award-open').click();
    await desk.getByTestId('award-owner').fill(account);
    await desk.getByTestId('award-submit').click();
    await desk.getByRole('alert').filter({ hasText: '连不上服务器' }).waitFor();
    await desk.getByTestId('award-submit').click();
    await desk.getByText('已发放 20 积分').waitFor();
    const own = await caller(account);
    assert.equal((await own('GET', '/api/points/v1/account')).body.available, 20);
    assert.deepEqual(keys, [keys[0], keys[0]]);
  });
});

describe('photos', () => {
  test('a file that is no photo is named as such and the report stays as it was', async (t) => {
    const page = await enter(t, 'phone', 'resident', { at: '/m/matters/report' });
    await page.getByTestId('report-description').fill('路灯不亮');
    await page.getByTestId('photo-input').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') });
    await page.getByText('有文件不是能识别的照片，已略过').waitFor();
    assert.equal(await page.getByTestId('report-description').inputValue(), '路灯不亮');
  });

  test('a photo is seen large and the viewer is closed by Escape', async (t) => {
    const call = await caller('resident');
    const page = await enter(t, 'desktop', 'resident', { at: '/app/matters/report' });
    const description = `${t.name} ${Date.now()}`;
    await page.getByTestId('report-category').click();
    await page.getByTestId(`category-${LITTER.category}`).click();
    await page.getByTestId('report-description').fill(description);
    await addPhoto(page, page, description);
    await page.getByTestId('report-area').locator('.ez-area-field').click();
    await page.locator('.ez-area-panel li button').first().click();
    await page.getByTestId('report-submit').click();
    await page.getByTestId('photo').first().click();
    const viewer = page.getByRole('dialog');
    await viewer.locator('img').waitFor();
    assert.ok((await viewer.locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth))) >= 640);
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    assert.equal((await call('GET', `${MATTERS}?mine=reported&limit=5`)).status, 200);
  });
});
