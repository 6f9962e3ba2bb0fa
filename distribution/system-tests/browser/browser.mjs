// People at their screens: a desktop of 1440×900 and a phone of 390×844, in one headless Chromium for each file of tests.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fromConsole, target } from './house.mjs';

const { chromium, selectors } = fromConsole('playwright-core');

export const PASSWORD = 'ezhili-demo';
export const ACCOUNTS = ['it', 'district', 'street.east', 'street.west', 'community.gongdian', 'worker.gongdian', 'dept.citymgmt', 'resident'];
export const SHELLS = {
  desktop: { home: '/', signIn: '/app/sign-in', options: { viewport: { width: 1440, height: 900 } } },
  phone: {
    home: '/m',
    signIn: '/m/sign-in',
    options: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  },
};
const PATIENCE = 20_000;
const LANGUAGES = { zh: 'zh-CN', en: 'en-GB' };
/** Nobody is signed in yet: the shell asks who it is and is told so. */
const ASKED_WHO = /status of 401 .* \S*\/api\/security\/v1\/me$/;

/** Page → what it has complained about, which is forgotten once asked for. */
const complaints = new WeakMap();
/** What somebody wants of a browser → pages where nobody is any more. */
const left = new Map();
const HEARD = ['request', 'requestfinished', 'requestfailed', 'response', 'console', 'pageerror', 'dialog', 'download', 'popup'];
let browser;

// nothing is drawn for anybody: a process of its own for drawing only costs
const launch = (args = []) =>
  chromium.launch({ executablePath: process.env.EZHILI_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage', '--in-process-gpu', ...args] });

/** To be called once in each file of tests. */
export function useBrowser() {
  before(async () => {
    selectors.setTestIdAttribute('data-test');
    browser = await launch();
  });
  after(() => browser.close());
}

export const district = () => {
  assert.ok(process.env.EZHILI_URL, 'EZHILI_URL says where the district is; run.mjs sets it');
  return process.env.EZHILI_URL;
};

/** What a page complains about: errors nobody caught, what the console calls an error, what the security policy forbade. */
function listen(page, faults) {
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(`console: ${message.text()} ${message.location().url}`);
    }
  });
}

/** A browser of its own, whose camera sees a film, a file of raw frames. */
async function seeing(test, film) {
  const own = await launch(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]);
  test.after(() => own.close());
  return own;
}

async function fresh(from, shell, { language, url, elder, dark, ...more }) {
  const context = await from.newContext({ ...SHELLS[shell].options, baseURL: url, locale: LANGUAGES[language], colorScheme: dark ? 'dark' : 'light', ...more });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript((isElder) => {
    if (isElder) {
      localStorage.setItem('ezhili.elder', 'yes');
    }
    // what fades is neither quick to wait for nor fair to judge the contrast of
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [still];
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  }, elder);
  return context;
}

/**
 * Leaves a page as if nobody had been there, for the next who wants one of this kind: a browser takes longer to open one, and to read the
 * shell for the first time, than most tests take.
 */
async function leave(page, shell, kind) {
  const context = page.context();
  await Promise.all(context.pages().map((other) => other !== page && other.close()));
  HEARD.forEach((event) => page.removeAllListeners(event));
  await page.unrouteAll();
  await context.unrouteAll();
  await context.setOffline(false);
  await page.setViewportSize(SHELLS[shell].options.viewport);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: district(), storageTypes: 'all' });
  await session.detach();
  await context.clearCookies();
  left.set(kind, [...(left.get(kind) ?? []), page]);
}

/**
 * Somebody who opens a shell. Whatever the page complains about fails the test, unless `expects` has a pattern for it. `seen`: what
 * their camera sees. Who wants nothing special comes to where somebody was before, if a test that went well left such a page.
 */
export async function open(test, shell, { language = 'zh', url = district(), expects = [], elder = false, dark = false, seen, ...more } = {}) {
  const kind = seen || url !== district() || Object.keys(more).length > 0 ? undefined : JSON.stringify([shell, language, elder, dark]);
  const page = left.get(kind)?.pop() ?? (await (await fresh(seen ? await seeing(test, seen) : browser, shell, { language, url, elder, dark, ...more })).newPage());
  const faults = [];
  listen(page, faults);
  complaints.set(page, () => faults.splice(0).filter((fault) => ![ASKED_WHO, ...expects].some((pattern) => pattern.test(fault))));
  test.after(async () => {
    await pictureIfFailed(test, page);
    const complained = complaints.get(page);
    await (kind && test.passed && !page.isClosed() ? leave(page, shell, kind) : page.context().close());
    assert.deepEqual(complained(), [], 'the page complained');
  });
  return page;
}

/** Fails with what a page has complained about since it was last asked. */
export const complainedOfNothing = (page) => assert.deepEqual(complaints.get(page)(), [], 'the page complained');

/** Somebody else signs in where somebody is, and comes to the shell's front page. */
export async function become(page, shell, account) {
  await signInQuietly(page, account);
  await page.goto(SHELLS[shell].home);
  await page.locator('h1').first().waitFor();
}

/** Somebody who is signed in already and opens a page, the shell's front page unless told otherwise. */
export async function enter(test, shell, account, { at = SHELLS[shell].home, ...options } = {}) {
  const page = await open(test, shell, options);
  await signInQuietly(page, account);
  await page.goto(at);
  await page.locator('h1').first().waitFor();
  return page;
}

/** Signs in without the page. */
export async function signInQuietly(page, account, password = PASSWORD) {
  const answer = await page.context().request.post('/api/security/v1/sessions', { data: { account, password } });
  assert.ok(answer.ok(), `${account} signs in: ${answer.status()}`);
}

/** Signs in the way people do. */
export async function signIn(page, account, password = PASSWORD) {
  await page.locator('input[autocomplete=username]').fill(account);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('button[type=submit]').click();
}

/** The REST interface as somebody who holds a token, for what happens away from the screen that is looked at. */
export async function caller(account, url = district()) {
  const json = { 'Content-Type': 'application/json' };
  const signed = await fetch(`${url}/api/security/v1/tokens`, { method: 'POST', headers: json, body: JSON.stringify({ account, password: PASSWORD }) });
  const { token } = await signed.json();
  return async (method, path, body, type = 'application/json') => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'Content-Type': type, Authorization: `Bearer ${token}` },
      body: body && !Buffer.isBuffer(body) ? JSON.stringify(body) : body,
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  };
}

/** Keeps a picture of what a test saw last that failed; whoever looks for the cause finds it under the test's name. */
export async function pictureIfFailed(test, page) {
  if (!test.passed) {
    const folder = join(target, 'last-seen');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${test.name.replaceAll(/[^\p{L}\d]+/gu, '-')}.png`) }).catch(() => undefined);
  }
}
