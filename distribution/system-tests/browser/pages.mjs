// What can be said of any page: which ones there are, whether one has come to rest, what is written on it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromConsole, house } from './house.mjs';

const AXE = readFileSync(fromConsole.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const POLL = 20;
const NOTICES = '.el-message, .el-notification, .van-notify';

/** Says when a page has nothing on its way any more, and nothing to do. To be made before the page is opened. */
export function restOf(page) {
  const open = new Set();
  let asked = 0;
  page.on('request', (request) => {
    asked++;
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    let before;
    do {
      before = asked;
      await page.evaluate(idle);
      while (open.size > 0) {
        await page.waitForTimeout(POLL);
      }
    } while (asked > before);
    await page.locator('.el-skeleton, .van-skeleton, [aria-busy=true], .el-loading-mask').first().waitFor({ state: 'detached' });
    await page.locator(NOTICES).first().waitFor({ state: 'detached' });
  };
}

/** Is done when the page has drawn what it had to draw and has had time to spare, twice. */
const idle = async () => {
  for (let turn = 0; turn < 2; turn++) {
    await new Promise((drawn) => requestAnimationFrame(() => requestIdleCallback(drawn)));
  }
};

/** One of each thing that pages are about, as far as somebody may see one. */
export async function examplesFor(call) {
  const first = async (path, fits = () => true) => (await call('GET', path)).body.items?.find(fits)?.id;
  const me = (await call('GET', '/api/security/v1/me')).body;
  const mine = ({ area, state }) => state === 'published' && (me.permissions['points.coordinate'] ?? ['']).some((held) => area.startsWith(held));
  const ours = ({ area }) => me.permissions['points.rewards']?.includes(area) ?? true;
  const matter = await first('/api/matters/v1/matters?limit=1');
  const activity = await first('/api/points/v1/activities?limit=100', mine);
  const reward = await first(`/api/points/v1/rewards?limit=100&managed=${'points.rewards' in me.permissions}`, ours);
  const voucher = await first('/api/points/v1/vouchers?limit=1');
  const team = await first(`/api/points/v1/teams?limit=1&managed=${'points.coordinate' in me.permissions}`);
  const points = { 'points.reward': reward, 'points.voucher': voucher, 'points.team': team };
  return (name) => ({ id: name.startsWith('points.') ? (name in points ? points[name] : activity) : matter });
}

/** All pages of the open shell that the signed-in person may see, as its own router knows them. `examples` fills the parameters of a route that it is told the name of. */
export async function pagesOf(page, examples) {
  const routes = await page.evaluate(() =>
    document.querySelector('#app').__vue_app__.config.globalProperties.$router.getRoutes().map(({ path, name, meta }) => ({ path, name, permission: meta.permission, open: meta.open })),
  );
  const me = await page.context().request.get('/api/security/v1/me');
  const permissions = me.ok() ? (await me.json()).permissions : {};
  const may = routes.filter(({ permission, open }) => !open && (!permission || permissions[permission]));
  return [...new Map(may.map((route) => [route.name, route])).values()]
    .map(({ name, path }) => ({ name, path: path.replace(/:rest.*$/, 'app/nowhere').replace(/:(\w+)/g, (_, parameter) => examples(name)[parameter]) }))
    .filter(({ path }) => !path.includes('undefined'));
}

/** The pages that modules show to whoever opens their address, signed in or not; with an example for parameters that may be left out. */
export async function openPagesOf(page) {
  const paths = await page.evaluate(() =>
    document.querySelector('#app').__vue_app__.config.globalProperties.$router.getRoutes().filter(({ path, meta }) => meta.open && path.split('/')[3] === 'open').map(({ path }) => path),
  );
  return paths.flatMap((path) => [path.replace(/\/:\w+\?/g, ''), path.replace(/:\w+\?/g, 'ABCDEFGH23456789')]);
}

/** Goes to a page the way its links do. */
export const push = (page, path) => page.evaluate((to) => document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(to).then(() => undefined), path);

/**
 * Of what sorts of elements a page is made: each with its parent, its roles and states, whether it has a text. Two pages of the same sorts
 * differ in their texts only, and axe finds the same on both.
 */
export const sortsOf = (page) =>
  page.evaluate(() => {
    const sort = (element) => [element.localName, element.getAttribute('class'), element.getAttribute('style'), element.textContent.trim() ? 'text' : '', ...[...element.attributes].filter(({ name }) => /^(role|type|href|aria-.*|tabindex|disabled|lang|alt|title|placeholder)$/.test(name)).map(({ name, value }) => (/^(role|type|aria-(hidden|expanded|checked|selected|disabled|live))$/.test(name) ? `${name}=${value}` : name))].join(' ');
    return [...new Set([...document.body.querySelectorAll('*')].map((element) => `${sort(element.parentElement)} > ${sort(element)}`))];
  });

/** What axe finds against WCAG 2.1 AA, in one line each. */
export async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(AXE);
  }
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }).then(({ violations: all }) => all), RULES);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`));
}

/** Everything that a reader sees or hears read. */
export const texts = (page) =>
  page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest('script, style, noscript') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      found.push(walker.currentNode.data);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      document.querySelectorAll(`[${name}]`).forEach((element) => found.push(element.getAttribute(name)));
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });

function addStrings(value, known) {
  if (typeof value === 'string') {
    known.add(value);
  } else if (Array.isArray(value)) {
    value.forEach((one) => addStrings(one, known));
  } else if (value && typeof value === 'object') {
    // a text in both languages is no data: the page has to choose the right one
    const twice = 'zh' in value && 'en' in value;
    Object.entries(value).forEach(([name, one]) => (twice && name === 'zh' ? undefined : addStrings(one, known)));
  }
}

/** Collects what the server sends as data, until told to forget it: names, descriptions, codes. It may be in any language on any page. */
export function dataOf(page) {
  const known = new Set();
  const reading = [];
  page.on('response', (response) => {
    if (/^application\/(\S+\+)?json/.test(response.headers()['content-type'] ?? '')) {
      reading.push(response.json().then((body) => addStrings(body, known), () => undefined));
    }
  });
  const data = async () => {
    await Promise.all(reading.splice(0));
    return [...known].sort((a, b) => b.length - a.length);
  };
  return Object.assign(data, { forget: () => known.clear() });
}

const strings = (messages) => Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value] : strings(value)));
const modules = readdirSync(join(house, 'bundles')).map((module) => `bundles/${module}/ui/src`);
const LOCALES = ['platform/console/src', 'platform/console/sdk', ...modules.filter((folder) => existsSync(join(house, folder, 'locales/zh.json')))];
const written = LOCALES.flatMap((folder) => ['zh', 'en'].flatMap((language) => strings(JSON.parse(readFileSync(join(house, folder, `locales/${language}.json`), 'utf8'))))).join('\n');
const KEY = /(?<![\w.@/:-])[a-z][\w-]*(?:\.[a-z][\w-]*)+(?![\w./@:-])/g;

/** Keys of texts that are shown in place of the texts. */
export function rawKeys(shown, data) {
  return shown.flatMap((text) => text.match(KEY) ?? []).filter((key) => !written.includes(key) && !data.some((one) => one.includes(key)));
}

const HAN = /\p{Script=Han}/u;
const OWN_NAME = '中文';

/** Chinese on a page, but for data and for the language's own name. */
export function chinese(shown, data) {
  const names = data.filter((one) => HAN.test(one));
  return shown.filter((text) => {
    let rest = text.replaceAll(OWN_NAME, '');
    for (const name of names) {
      rest = HAN.test(rest) ? rest.replaceAll(name, '') : rest;
    }
    return HAN.test(rest);
  });
}
