import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { caller, enter, open, signInQuietly, useBrowser } from './browser.mjs';
import { startDistrict } from './district.mjs';
import { target } from './house.mjs';
import { restOf, violations } from './pages.mjs';
import { altered, beginWithPrevious, bomb, leadingOutside, packed, previous, trust, vendor } from './releases.mjs';

useBrowser();

const PAGE = '/app/platform/versions';
const REFUSED = /status of 4\d\d/;
const RELEASES = '/api/releases/v1/releases';
/** A walk starts and ends bundles, which a busy machine takes its time for. */
const ON_FOOT = { timeout: 90_000 };
const [live, next] = [previous('points').version, packed('points').version];

describe('a release of a module', () => {
  let district;
  let good;
  let matters;
  let lapsed;
  before(async () => {
    const late = vendor('a vendor whose key ran out', { isExpired: true });
    lapsed = late.sign(packed('points').file, 'lapsed.kar');
    const maker = vendor('eZhili releases');
    good = maker.sign(packed('points').file, `points-${next}.kar`);
    matters = maker.sign(packed('matters').file, `matters-${next}.kar`);
    district = await startDistrict(join(target, 'releases'), {
      demo: 10,
      prepare: (home) => {
        beginWithPrevious(home, 'points');
        beginWithPrevious(home, 'matters');
        trust(home, maker);
        trust(home, late, 'late@points');
      },
    });
  });
  after(() => district.stop());

  const visit = (t, options = {}) => enter(t, 'desktop', 'it', { at: PAGE, url: district.url, ...options });
  const choose = (page, file) => page.getByTestId('archive').locator('input[type=file]').setInputFiles(file);
  const refusal = (page) => page.getByTestId('archive-refused');
  const ready = (page, version) => page.getByTestId('release').filter({ hasText: `志愿积分 ${version}` });

  test('is refused in words of the reader’s language, and nothing of it is kept', async (t) => {
    const cases = [
      [packed('points').file, '没有签名', 'Not signed'],
      [altered(good, 'altered.kar'), '签名后被改动', 'Altered after it was signed'],
      [vendor('a stranger').sign(packed('points').file, 'stranger.kar'), '签名者不受信任', 'The signer is not trusted'],
      [lapsed, '证书已过期', 'certificate has expired'],
      [leadingOutside(packed('points').file, 'outside.kar'), '文件名越界', 'A name that leads outside'],
      [bomb('bomb.kar'), '解开后过大', 'Too much when unpacked'],
      [join(import.meta.dirname, 'releases.test.mjs'), '不是模块包', 'No archive of a module'],
    ];
    for (const [language, word] of [['zh', 1], ['en', 2]]) {
      const page = await visit(t, { language, expects: [REFUSED] });
      for (const kase of cases) {
        await choose(page, kase[0]);
        await refusal(page).getByText(kase[word]).first().waitFor();
        await refusal(page).getByText(basename(kase[0])).waitFor();
      }
      await restOf(page)();
      assert.deepEqual(await violations(page), []);
    }
    const it = await caller('it', district.url);
    assert.deepEqual((await it('GET', `${RELEASES}?module=points`)).body.items.map(({ version }) => version), [live]);
  });

  test('goes up with its progress shown, and can be called off', async (t) => {
    const page = await visit(t, { expects: [/ERR_FAILED|ERR_ABORTED/] });
    let answer;
    await page.route(`**${RELEASES}*`, (route) => (route.request().method() === 'POST' ? new Promise((go) => (answer = go)) : route.continue()));
    await choose(page, good);
    await page.getByTestId('archive-going').getByText(basename(good)).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByTestId('archive-going').getByRole('button', { name: '取消上传' }).click();
    await page.getByText('选择模块包').waitFor();
    assert.ok(answer);
    assert.equal(await refusal(page).count(), 0);
  });

  test('is taken in, says what it is, is walked to and back again, and goes away', async (t) => {
    const page = await visit(t);
    const back = page.getByRole('row', { name: /志愿积分/ }).getByRole('button', { name: '回退' });
    assert.equal(await back.count(), 0, 'there is nothing to go back to');
    await choose(page, good);
    const review = page.getByTestId('review');
    await review.locator('h3', { hasText: `志愿积分 ${next}` }).waitFor();
    await review.getByText(`在用的是 ${live}，可以现在升级到 ${next}`).waitFor();
    for (const fact of ['CN=eZhili releases', 'org.ezhili.points [1.0', 'points.coordinate', '不访问外部网络']) {
      await review.getByText(fact, { exact: false }).first().waitFor();
    }
    await restOf(page)();
    assert.deepEqual(await violations(page), []);

    await choose(page, good);
    await review.getByText('没有重复保存').waitFor();
    await review.getByRole('button', { name: `升级到 ${next}` }).press('Enter');
    await page.locator('.el-message-box').getByRole('button', { name: '开始' }).press('Enter');
    await page.getByText(`已完成 志愿积分：${live} → ${next}`).waitFor(ON_FOOT);
    await ready(page, next).getByText('在用').waitFor();
    await review.getByText('就是在用的版本').waitFor();
    assert.equal(await ready(page, next).getByRole('button').count(), 0, 'what serves cannot be removed');

    assert.equal((await back.innerText()).trim(), `回退到 ${live}`);
    await back.click();
    await page.locator('.el-message-box').getByRole('button', { name: '开始' }).click();
    await page.getByText(`已完成 志愿积分：${next} → ${live}`).waitFor(ON_FOOT);
    await back.waitFor({ state: 'detached' });

    await ready(page, next).getByRole('button', { name: `移除 points ${next}` }).click();
    await page.locator('.el-message-box').getByRole('button', { name: '移除' }).click();
    await page.getByText(`已移除 points ${next}`).waitFor();
    await ready(page, next).waitFor({ state: 'detached' });
  });

  test('of several modules goes up in one step, and back in one', async (t) => {
    const it = await caller('it', district.url);
    t.after(() => Promise.all(['points', 'matters'].map((module) => it('DELETE', `${RELEASES}/${module}/${next}`))));
    const page = await visit(t);
    assert.equal(await page.getByTestId('upgrade-all').count(), 0, 'with no newer version there is nothing to do together');
    await choose(page, good);
    await ready(page, next).waitFor();
    assert.equal(await page.getByTestId('upgrade-all').count(), 0, 'one module goes by itself');
    await choose(page, matters);
    await page.getByTestId('upgrade-all').filter({ hasText: '2 个模块一并升级' }).click();
    await page.locator('.el-message-box').getByText(`事件处置：${live} → ${next}`).waitFor();
    await page.locator('.el-message-box').getByRole('button', { name: '开始' }).click();
    await page.getByText('已完成').filter({ hasText: `志愿积分：${live} → ${next}` }).filter({ hasText: `事件处置：${live} → ${next}` }).first().waitFor(ON_FOOT);
    await page.getByTestId('upgrade-all').waitFor({ state: 'detached' });
    await restOf(page)();
    assert.deepEqual(await violations(page), []);

    await page.getByRole('row', { name: /事件处置/ }).getByRole('button', { name: `回退到 ${live}` }).click();
    await page.locator('.el-message-box').getByRole('button', { name: '开始' }).click();
    await page.getByText('已完成').filter({ hasText: `志愿积分：${next} → ${live}` }).filter({ hasText: `事件处置：${next} → ${live}` }).first().waitFor(ON_FOOT);
    await page.getByTestId('upgrade-all').waitFor();
  });

  test('can be dropped on the page, in the dark and in English as well', async (t) => {
    const it = await caller('it', district.url);
    t.after(() => it('DELETE', `${RELEASES}/points/${next}`));
    const page = await visit(t, { language: 'en', dark: true });
    const file = await page.evaluateHandle((content) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'points.kar'));
      return data;
    }, readFileSync(good).toString('base64'));
    await page.locator('body').dispatchEvent('dragover', { dataTransfer: file });
    await page.locator('.ez-drop-over').waitFor();
    await page.locator('body').dispatchEvent('drop', { dataTransfer: file });
    await page.locator('.ez-drop-over').waitFor({ state: 'detached' });
    await page.getByTestId('review').getByText(`you can upgrade to ${next}`).waitFor();
    await restOf(page)();
    assert.deepEqual(await violations(page), []);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByTestId('review').locator('h3').scrollIntoViewIfNeeded();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, 'a narrow screen is not scrolled sideways');
    assert.deepEqual(await violations(page), []);
  });

  test('is nobody’s business but IT’s', async (t) => {
    for (const account of ['street.east', 'district', 'resident']) {
      const page = await open(t, 'desktop', { url: district.url });
      await signInQuietly(page, account);
      await page.goto(PAGE);
      await page.locator('h1').first().waitFor();
      await restOf(page)();
      assert.equal(await page.getByTestId('archive').count(), 0, account);
      assert.equal(await page.locator('.ez-side a', { hasText: '模块版本' }).count(), 0, account);
    }
  });
});
