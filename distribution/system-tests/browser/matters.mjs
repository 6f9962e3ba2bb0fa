// What people do with a matter, in either shell.
import assert from 'node:assert/strict';
import { district } from './browser.mjs';

/** The first grid of 供电社区, where worker.gongdian works. */
export const GRID = '340603002001001';
export const LITTER = { group: 'E01', category: 'E0101' };

/** A small JPEG, drawn by the browser itself. */
export async function photo(page, words) {
  const encoded = await page.evaluate((text) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const ink = canvas.getContext('2d');
    ink.fillStyle = '#7d8794';
    ink.fillRect(0, 0, 640, 480);
    ink.fillStyle = '#f4d35e';
    ink.fillRect(0, 230, 640, 12);
    ink.fillStyle = '#fff';
    ink.font = '36px sans-serif';
    ink.fillText(text, 40, 120);
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1];
  }, words);
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(encoded, 'base64') };
}

export async function addPhoto(place, page, words) {
  await place.getByTestId('photo-input').setInputFiles(await photo(page, words));
  await place.locator('img[src^="blob:"]').first().waitFor();
}

/** Where a place lies on a map that shows all outlines of `level` within `within`; a district is small enough to be flat. */
export async function pointOnMap(page, map, call, { within, level, lon, lat }) {
  const { body } = await call('GET', `/api/grid/v1/boundaries?within=${within}&level=${level}`);
  const all = body.features.flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2));
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const outline = map.locator('path.leaflet-interactive');
  await outline.nth(body.features.length - 1).waitFor({ state: 'attached' });
  const drawn = await map.locator('svg g').first().boundingBox();
  return { x: drawn.x + ((lon - west) / (east - west)) * drawn.width, y: drawn.y + ((north - lat) / (north - south)) * drawn.height };
}

/** Chooses an area of the tree step by step: the names of the way down, the last one is chosen. */
export async function chooseArea(page, field, names) {
  await field.locator('.ez-area-field').click();
  const panel = page.locator('.ez-area-panel');
  for (const name of names.slice(0, -1)) {
    await panel.locator('li', { hasText: name }).first().locator('.ez-area-deeper').click();
    await panel.locator('.ez-area-above', { hasText: name }).waitFor();
  }
  await panel.locator('li', { hasText: names.at(-1) }).first().locator('button').first().click();
}

const idOf = (page) => page.url().split('/').at(-1).split('?')[0];

/** Reports on the phone and answers the matter's id. `place` says where, by the map or by the tree. */
export async function reportOnPhone(page, { description, place, category = LITTER }) {
  await page.getByTestId('home-report').click();
  await addPhoto(page, page, description);
  await page.getByTestId(`group-${category.group}`).click();
  await page.getByTestId(`category-${category.category}`).click();
  await place(page);
  await page.getByTestId('report-description').fill(description);
  await page.getByTestId('report-submit').click();
  await page.getByTestId('matter-page').getByTestId('matter-state').waitFor();
  return idOf(page);
}

export async function reportOnDesktop(page, { description, place, category = LITTER }) {
  await page.goto('/app/matters/report');
  await page.getByTestId('report-category').click();
  await page.getByTestId(`category-${category.category}`).click();
  await page.getByTestId('report-description').fill(description);
  await addPhoto(page, page, description);
  await place(page);
  await page.getByTestId('report-submit').click();
  await page.getByTestId('matter-page').getByTestId('matter-state').waitFor();
  return idOf(page);
}

/** Opens a matter from the list that it is to be found in. */
export async function openFromList(page, list, id) {
  await page.goto(list);
  await page.locator(`[data-matter="${id}"]`).click();
  await page.getByTestId('matter-page').getByTestId('matter-state').waitFor();
}

/** Takes a step and waits until the page shows the state it leads to. */
export async function act(page, action, { leadsTo, handler, reason, note, pictured }) {
  await page.getByTestId(`action-${action}`).click();
  const form = page.getByTestId('action-dialog');
  if (handler) {
    const select = form.locator('.el-select');
    if ((await select.count()) > 0) {
      await select.click();
      await form.getByTestId(`handler-${handler}`).click();
    } else {
      await form.getByTestId(`handler-${handler}`).check();
    }
  }
  if (reason) {
    await form.getByTestId('action-reason').fill(reason);
  }
  if (note) {
    await form.getByTestId('action-note').fill(note);
  }
  if (pictured) {
    await addPhoto(form, page, pictured);
  }
  await form.getByTestId('action-submit').click();
  if (leadsTo) {
    await page.locator(`[data-test=matter-page] [data-state=${leadsTo}]`).first().waitFor();
  }
}

/** The actions of a matter's record, the first one first. */
export const recordOf = (page) => page.getByTestId('history-step').evaluateAll((steps) => steps.map((step) => step.dataset.action).reverse());

/** A matter filed by REST, in the state that the actions lead to. */
export async function filed(call, description, actions = []) {
  const { status, body } = await call('POST', '/api/matters/v1/matters', { category: LITTER.category, description, area: GRID });
  assert.equal(status, 201, `${district()} files a matter`);
  for (const [by, action] of actions) {
    await actByRest(by, body.id, action);
  }
  return body.id;
}

/** Somebody takes a step elsewhere. */
export async function actByRest(call, id, action) {
  const matter = await call('GET', `/api/matters/v1/matters/${id}`);
  const answer = await call('POST', `/api/matters/v1/matters/${id}/actions`, { ...action, version: matter.body.version });
  assert.equal(answer.status, 200, `${action.action}: ${JSON.stringify(answer.body)}`);
}
