import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { caller, enter, useBrowser } from './browser.mjs';
import { fromConsole, target } from './house.mjs';
import { chooseArea } from './matters.mjs';
import { at, COMMUNITY, EAST, newResident, newVolunteer, offered, runningActivity, signedUp, SQUARE, suggested, typeDigits } from './points.mjs';

useBrowser();

const REFUSED = /status of 4\d\d/;
const row = (page, account) => page.locator('.el-table__row', { has: page.locator(`[data-account="${account}"]`) });

describe('a volunteer, from the application to the reward in their hands', () => {
  test('signs up, is approved, checks in and out, earns, exchanges, and collects at the counter', async (t) => {
    const account = await newResident('林小满');
    const activity = await runningActivity(`清扫河岸 ${Date.now()}`);
    const gift = await offered(`毛巾 ${Date.now()}`, { price: 30 });
    const phone = await enter(t, 'phone', account, at(SQUARE));

    await phone.getByTestId('home-points').click();
    await phone.getByTestId('points-volunteer').click();
    await chooseArea(phone, phone.getByTestId('volunteer-area'), ['相山区', '东街道']);
    await phone.getByRole('button', { name: '急救' }).click();
    await phone.getByTestId('volunteer-send').click();
    await phone.locator('[data-test=volunteer-of] [data-state=applied]').waitFor();

    const street = await enter(t, 'desktop', 'street.east', { at: '/app/points/activities/volunteers' });
    await row(street, account).getByTestId('volunteer-approve').click();
    await street.getByText('已通过 林小满 的申请').waitFor();
    await row(street, account).waitFor({ state: 'detached' });

    await phone.goto('/m/points/activities');
    await phone.locator(`[data-activity="${activity.id}"]`).click();
    await phone.getByTestId('signup').click();
    await phone.locator('[data-test=shift] [data-state=seated]').waitFor();
    await phone.getByTestId('to-check-in').click();
    const screen = await enter(t, 'desktop', 'community.gongdian', { at: `/app/points/activities/${activity.id}/screen` });
    await typeDigits(phone, screen);
    await phone.locator('[data-test=check-in-done][data-state=present]').waitFor();

    // any phone's camera opens the address in the code on the screen; who leaves needs one that was not there when they came
    const digits = screen.getByTestId('code-digits');
    await digits.filter({ hasNotText: await digits.innerText() }).waitFor({ timeout: 40_000 });
    const code = await screen.getByTestId('code-qr').getAttribute('data-code');
    await phone.goto(`/m/points/check-in?activity=${activity.id}&code=${encodeURIComponent(code)}`);
    await phone.locator('[data-test=check-in-done][data-state=served]').waitFor();

    await street.goto('/app/points/activities/hours');
    const hours = street.getByTestId('hours-row').filter({ hasText: activity.title });
    await hours.filter({ hasText: '林**' }).waitFor();
    assert.equal(await hours.getByText('林小满').count(), 0, 'the public sees no whole name');

    await street.goto('/app/points/books');
    await street.getByTestId('award-open').click();
    await street.getByTestId('award-owner').fill(account);
    await street.getByRole('spinbutton', { name: '次数' }).fill('2');
    await street.getByTestId('award-submit').click();
    await street.getByText('已发放 40 积分').waitFor();
    await phone.goto('/m/points');
    await phone.getByTestId('points-available').filter({ hasText: '40' }).waitFor();

    await phone.getByTestId('points-to-shop').click();
    await phone.locator(`[data-reward="${gift.id}"]`).click();
    await phone.getByTestId('reward-redeem').click();
    await phone.getByRole('button', { name: '兑换' }).last().click();
    await phone.getByTestId('voucher-show').click();
    await phone.getByTestId('voucher-pass').waitFor();
    const typed = await phone.getByTestId('voucher-code').innerText();

    const counter = await enter(t, 'desktop', 'street.east', { at: '/app/points/counter' });
    await counter.getByTestId('counter-code').fill(typed.toLowerCase());
    await counter.keyboard.press('Enter');
    await counter.getByTestId('counter-found').filter({ hasText: '林小满' }).waitFor();
    await counter.getByTestId('counter-collect').click();
    await counter.getByTestId('counter-done').waitFor();
    // the phone that shows the code says by itself that it was taken
    await phone.locator('[data-test=voucher-page] [data-state=collected]').waitFor();

    await phone.goto('/m/points/statement');
    await phone.getByTestId('entry').nth(2).waitFor();
    const kinds = await phone.getByTestId('entry').allInnerTexts();
    assert.deepEqual(
      ['获得', '兑换', '核销'].map((kind) => kinds.filter((text) => text.startsWith(kind)).length),
      [1, 1, 1],
    );
  });

  test('hours that were public for long enough have counted and earned', async (t) => {
    const phone = await enter(t, 'phone', 'resident', { at: '/m/points/activities?view=mine' });
    await phone.locator('[data-test=turn-row] [data-state=counted]').first().waitFor();
    await phone.goto('/m/points/statement');
    await phone.getByTestId('entry').filter({ hasText: '志愿服务' }).first().waitFor();
    const paper = await phone.context().request.get(await phone.getByTestId('statement-pdf').getAttribute('href'));
    assert.equal(paper.headers()['content-type'], 'application/pdf');
    await phone.goto('/m/points/volunteer');
    await phone.getByTestId('certificate').click();
    const certificate = await phone.context().request.get(await phone.getByTestId('certificate-pdf').first().getAttribute('href'));
    assert.equal(certificate.headers()['content-type'], 'application/pdf');
  });
});

describe('checking in', () => {
  test('is refused in clear words: a wrong code, another place, no place at all', async (t) => {
    const account = await newVolunteer('周到');
    const activity = await runningActivity(`远近 ${Date.now()}`);
    await signedUp(account, activity);
    const way = `/m/points/check-in?activity=${activity.id}`;
    const here = await enter(t, 'phone', account, { ...at(SQUARE), at: way, expects: [REFUSED] });
    await here.getByTestId('check-in-code').fill('0000 0000');
    await here.getByTestId('check-in-send').click();
    await here.getByTestId('check-in-refused').filter({ hasText: '签到码无效' }).waitFor();

    const community = await caller('community.gongdian');
    const code = async () => (await community('GET', `/api/points/v1/activities/${activity.id}/code`)).body.code;
    const far = await enter(t, 'phone', account, { ...at({ ...SQUARE, lat: SQUARE.lat + 0.02 }), at: way, expects: [REFUSED] });
    await far.getByTestId('check-in-code').fill(await code());
    await far.getByTestId('check-in-send').click();
    await far.getByTestId('check-in-refused').filter({ hasText: '200 米' }).waitFor();

    const nowhere = await enter(t, 'phone', account, { at: way });
    await nowhere.getByTestId('check-in-code').fill(await code());
    await nowhere.getByTestId('check-in-send').click();
    await nowhere.getByTestId('check-in-refused').filter({ hasText: '位置' }).waitFor();
  });

  test('a coordinator checks in and out who has no phone, and strikes hours with a reason', async (t) => {
    const account = await newVolunteer('老郑');
    const activity = await runningActivity(`无手机 ${Date.now()}`);
    await signedUp(account, activity);
    const desk = await enter(t, 'desktop', 'community.gongdian', { at: `/app/points/activities/${activity.id}` });
    await desk.getByTestId('signup-in').click();
    await desk.getByText('老郑 已签到').waitFor();
    await desk.getByTestId('signup-out').click();
    await desk.getByText('老郑 已签退').waitFor();
    await desk.getByTestId('signup-strike').click();
    await desk.getByTestId('reason-submit').click();
    await desk.getByText('请填写理由').first().waitFor();
    await desk.getByTestId('reason').fill('提前离开');
    await desk.getByTestId('reason-submit').click();
    await desk.locator('[data-test=signups] [data-state=struck]').waitFor();
  });
});

describe('activities at the desk', () => {
  test('one is published with its place on the map, found on the phone, and cancelled', async (t) => {
    const title = `植树 ${Date.now()}`;
    const desk = await enter(t, 'desktop', 'community.gongdian', { at: '/app/points/activities' });
    await desk.getByTestId('activity-new').click();
    await desk.getByTestId('activity-publish').click();
    await desk.getByText('请填写活动名称').waitFor();
    await desk.getByTestId('activity-title').fill(title);
    await desk.getByTestId('activity-category').fill('环境清洁');
    await desk.getByTestId('activity-description').fill('每人种一棵树');
    const map = desk.locator('.ez-map-ground');
    await map.locator('path.leaflet-interactive').first().waitFor({ state: 'attached' });
    await map.click();
    await desk.getByTestId('activity-publish').click();
    await desk.locator('h1', { hasText: title }).waitFor();

    const phone = await enter(t, 'phone', 'resident', { at: '/m/points/activities' });
    await phone.getByTestId('activity-row').filter({ hasText: title }).click();
    await phone.getByTestId('signup').click();
    await phone.locator('[data-test=shift] [data-state=seated]').waitFor();

    await desk.getByTestId('activity-cancel').click();
    await desk.getByTestId('reason').fill('大风预警');
    await desk.getByTestId('reason-submit').click();
    await desk.getByText('活动已取消：大风预警').waitFor();
    await phone.reload();
    await phone.getByText('活动已取消：大风预警').waitFor();
  });

  test('who comes when all seats are taken queues, and moves up when somebody leaves', async (t) => {
    const [first, second] = [await newVolunteer('先到'), await newVolunteer('后到')];
    const activity = await runningActivity(`一个名额 ${Date.now()}`, { seats: 1, from: 60, to: 120 });
    const seat = await signedUp(first, activity);
    const phone = await enter(t, 'phone', second, { at: `/m/points/activities/${activity.id}` });
    await phone.getByRole('button', { name: '候补排队' }).click();
    await phone.locator('[data-test=shift] [data-state=waiting]').waitFor();
    const own = await caller(first);
    assert.equal((await own('DELETE', `/api/points/v1/signups/${seat.id}`)).status, 204);
    await phone.reload();
    await phone.locator('[data-test=shift] [data-state=seated]').waitFor();
    await phone.getByTestId('signup-leave').click();
    await phone.getByRole('button', { name: '取消报名' }).last().click();
    await phone.getByTestId('signup').waitFor();
  });
});

describe('rewards', () => {
  test('a street offers one with a picture; who is too late waits, and who gives up lets them in', async (t) => {
    const title = `茶杯 ${Date.now()}`;
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/rewards' });
    await desk.getByTestId('reward-new').click();
    await desk.getByTestId('reward-title').fill(title);
    await desk.getByTestId('reward-price').locator('input').fill('20');
    await desk.getByTestId('reward-stock').locator('input').fill('1');
    const red = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');
    await desk.locator('.ez-photo-add input').setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: red });
    await desk.locator('.ez-photo img').waitFor();
    await desk.getByTestId('reward-save').click();
    const reward = desk.getByTestId('reward-row').filter({ hasText: title });
    await reward.waitFor();
    const id = await reward.getAttribute('data-reward');

    const [owner, late] = [await newResident('先换'), await newResident('候补')];
    await suggested(owner);
    await suggested(late);
    const own = await caller(owner);
    const voucher = (await own('POST', '/api/points/v1/vouchers', { reward: id, price: 20 })).body;
    const phone = await enter(t, 'phone', late, { at: `/m/points/shop/${id}` });
    await phone.locator('.reward-picture img').waitFor();
    await phone.getByTestId('reward-queue').click();
    await phone.getByTestId('reward-place').filter({ hasText: '第 1 位' }).waitFor();

    const giver = await enter(t, 'phone', owner, { at: `/m/points/vouchers/${voucher.id}` });
    await giver.getByTestId('voucher-cancel').click();
    await giver.getByRole('button', { name: '取消兑换' }).last().click();
    await giver.locator('[data-test=voucher-page] [data-state=cancelled]').waitFor();
    await phone.goto('/m/points/vouchers');
    await phone.getByTestId('voucher-row').filter({ hasText: title }).waitFor();
  });

  test('a course seat comes with its calendar', async (t) => {
    const phone = await enter(t, 'phone', 'resident', { at: '/m/points/shop' });
    await phone.getByRole('button', { name: '课程' }).click();
    await phone.getByTestId('reward-row').first().click();
    const calendar = await phone.context().request.get(await phone.getByTestId('reward-calendar').getAttribute('href'));
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR/);
  });

  test('the counter says what it does not know, and takes no voucher twice', async (t) => {
    const account = await newResident('一次');
    await suggested(account);
    const gift = await offered(`一次 ${Date.now()}`);
    const own = await caller(account);
    const voucher = (await own('POST', '/api/points/v1/vouchers', { reward: gift.id, price: gift.price })).body;
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/counter', expects: [REFUSED] });
    for (const wrong of ['ABCD-EFGH-JKLM-NPQR', voucher.code.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))]) {
      await desk.getByTestId('counter-code').fill(wrong);
      await desk.getByTestId('counter-look').click();
      await desk.getByTestId('counter-refused').waitFor();
    }
    for (const state of ['held', 'collected']) {
      await desk.getByTestId('counter-code').fill(voucher.code);
      await desk.getByTestId('counter-look').click();
      await desk.locator(`[data-test=counter-found] [data-state=${state}]`).waitFor();
      if (state === 'held') {
        await desk.getByTestId('counter-collect').click();
        await desk.getByTestId('counter-done').waitFor();
      }
    }
    assert.equal(await desk.getByTestId('counter-collect').count(), 0);
  });

  test('the counter hands over without a line for a code that this district signed, and tells it later', async (t) => {
    const account = await newResident('断网');
    await suggested(account);
    const gift = await offered(`断网 ${Date.now()}`);
    const own = await caller(account);
    const voucher = (await own('POST', '/api/points/v1/vouchers', { reward: gift.id, price: gift.price })).body;
    const { pass } = (await own('POST', `/api/points/v1/vouchers/${voucher.id}/pass`)).body;
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/counter', expects: [/ERR_INTERNET_DISCONNECTED/] });
    await desk.waitForFunction(() => localStorage.getItem('ezhili.points.counterKey'));
    await desk.context().setOffline(true);
    await desk.getByTestId('counter-code').fill(pass);
    await desk.getByTestId('counter-look').click();
    await desk.getByTestId('counter-offline').filter({ hasText: '可以交付' }).waitFor();
    await desk.getByTestId('counter-code').fill(pass);
    await desk.getByTestId('counter-look').click();
    await desk.getByTestId('counter-offline').filter({ hasText: '刚刚' }).waitFor();
    await desk.context().setOffline(false);
    await desk.getByText('已上报 1 张离线核销的券').waitFor();
    assert.equal((await own('GET', `/api/points/v1/vouchers/${voucher.id}`)).body.state, 'collected');
  });

  test('the counter reads a code through the camera', async (t) => {
    const account = await newResident('扫码');
    await suggested(account);
    const gift = await offered(`扫码 ${Date.now()}`);
    const own = await caller(account);
    const voucher = (await own('POST', '/api/points/v1/vouchers', { reward: gift.id, price: gift.price })).body;
    const { pass } = (await own('POST', `/api/points/v1/vouchers/${voucher.id}/pass`)).body;
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/counter', seen: film(pass) });
    await desk.getByTestId('scan-open').click();
    await desk.getByTestId('counter-done').filter({ hasText: '扫码' }).waitFor();
  });
});

/** What a camera sees that is held before a code: one frame of a raw film. */
function film(text) {
  const { encode } = fromConsole('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const [width, height] = [640, 480];
  const cell = Math.floor(Math.min(width, height) / size);
  const light = Buffer.alloc(width * height, 255);
  for (let y = 0; y < size * cell; y++) {
    for (let x = 0; x < size * cell; x++) {
      light[y * width + x + (width - size * cell) / 2] = data[Math.floor(y / cell)][Math.floor(x / cell)] ? 0 : 255;
    }
  }
  const folder = join(target, 'films');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'code.y4m');
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), light, Buffer.alloc((width * height) / 2, 128)]));
  return file;
}

describe('the books of a street', () => {
  test('new rules are tried on the past quarter and published; everybody reads them', async (t) => {
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/books/rules' });
    await desk.getByTestId('rules-new').click();
    await desk.getByTestId('rule-points-0').locator('input').fill('12');
    await desk.getByTestId('rules-try').click();
    await desk.getByTestId('dry-run').waitFor();
    await desk.getByTestId('rules-publish').click();
    await desk.getByRole('button', { name: '发布规则' }).last().click();
    await desk.getByText('规则已发布').waitFor();
    await desk.getByTestId('rule-book').filter({ hasText: '尚未生效' }).first().waitFor();
    const phone = await enter(t, 'phone', 'resident', { at: '/m/points/fairness' });
    await phone.locator(`[data-test=fairness-street][data-street="${EAST}"]`).filter({ hasText: '每 60 分钟 10 积分' }).waitFor();
  });

  test('a budget is set, and set back', async (t) => {
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/books/budget' });
    await desk.getByTestId('budgets').getByText('100,000').waitFor();
    await desk.getByTestId('budget-amount').locator('input').fill('120000');
    await desk.getByTestId('budget-save').click();
    await desk.getByTestId('budgets').getByText('120,000').waitFor();
    await desk.locator('.ez-undo button').click();
    await desk.getByTestId('budgets').getByText('100,000').waitFor();
  });

  test('what was given wrongly is reversed with a reason', async (t) => {
    const account = await newResident('误发');
    await suggested(account);
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/books' });
    await desk.getByRole('button', { name: '更正 误发 的 40 积分' }).first().click();
    await desk.getByTestId('reason').fill('登记错人');
    await desk.getByTestId('reason-submit').click();
    await desk.getByText('更正：登记错人').first().waitFor();
    const own = await caller(account);
    assert.equal((await own('GET', '/api/points/v1/account')).body.available, 0);
  });

  test('what looks odd is for a person to decide', async (t) => {
    const desk = await enter(t, 'desktop', 'street.east', { at: '/app/points/books/anomalies' });
    const odd = desk.locator('.el-table__row', { hasText: '两次签到相距过远' });
    await odd.first().waitFor();
    const before = await odd.count();
    await odd.first().getByTestId('anomaly-clear').click();
    await desk.getByTestId('reason').fill('同一条街的两头，已电话核实');
    await desk.getByTestId('reason-submit').click();
    await desk.getByText('已处理', { exact: true }).first().waitFor();
    await odd.nth(before - 1).waitFor({ state: 'detached' });
  });
});

describe('a street without points', () => {
  test('sees nothing of them, on the desktop, on the phone, by REST', async (t) => {
    const desk = await enter(t, 'desktop', 'street.west');
    await desk.locator('.ez-side a', { hasText: '网格地图' }).waitFor();
    for (const word of ['志愿', '积分', '兑换']) {
      assert.equal(await desk.locator('main, nav').getByText(word).count(), 0, word);
    }
    await desk.goto('/app/points/activities');
    await desk.locator('h1', { hasText: '没有这个页面' }).waitFor();
    const phone = await enter(t, 'phone', 'street.west');
    assert.equal(await phone.getByText('积分').count(), 0);
    const west = await caller('street.west');
    for (const path of ['account', 'activities', 'rewards', 'vouchers', 'volunteers', 'hours', 'streets/340603003/ledger', 'streets/340603003/rules']) {
      assert.equal((await west('GET', `/api/points/v1/${path}`)).body.code, 'module-off', path);
    }
    assert.equal((await west('GET', `/api/points/v1/activities?area=${COMMUNITY}`)).status >= 400, true);
  });
});
