import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, open, signInQuietly, useBrowser } from './browser.mjs';
import { chinese, dataOf, rawKeys, restOf, texts, violations } from './pages.mjs';
import { COMMUNITY, EAST, newResident, newVolunteer, offered, runningActivity, signedUp, suggested } from './points.mjs';

useBrowser();

const REFUSED = /status of 4\d\d/;
const TEAMS = '/api/points/v1/teams';
const row = (page, account) => page.locator('.el-table__row', { has: page.locator(`[data-account="${account}"]`) });
const sure = (page, name) => page.locator('.van-dialog, .el-message-box').getByRole('button', { name, exact: true }).click();

/** A team of the community's, which the office has founded. */
async function founded(leader, name = `红马甲 ${Date.now()}`) {
  const community = await caller('community.gongdian');
  const { status, body } = await community('POST', TEAMS, { area: COMMUNITY, name, leader });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

async function joined(team, leader, account) {
  const { status, body } = await (await caller(leader))('PUT', `${TEAMS}/${team.id}/members/${account}`);
  assert.equal(status, 204, JSON.stringify(body));
}

describe('a team', () => {
  test('is founded at the desk, found on the phone, asked, joined, signed up, and dissolved', async (t) => {
    const [leader, member] = [await newVolunteer('领队甲', COMMUNITY), await newVolunteer('队员乙', COMMUNITY)];
    const activity = await runningActivity(`队伍活动 ${Date.now()}`, { from: 60, to: 120 });
    const name = `护河队 ${Date.now()}`;

    const desk = await enter(t, 'desktop', 'community.gongdian', { at: '/app/points/activities' });
    await desk.getByTestId('to-activities/teams').click();
    await desk.getByTestId('team-found').click();
    await desk.getByTestId('team-save').click();
    await desk.getByText('请填写队伍名称').waitFor();
    await desk.getByTestId('team-name').fill(name);
    await desk.getByTestId('volunteer-select').click();
    await desk.getByTestId('volunteer-select').locator('input').fill(leader);
    await desk.locator('.el-select-dropdown__item:visible', { hasText: '领队甲' }).first().click();
    await desk.getByTestId('team-save').click();
    await desk.locator('h1', { hasText: name }).waitFor();
    await desk.getByTestId('team-leader').filter({ hasText: '领队甲' }).waitFor();
    assert.deepEqual(await desk.locator('.points-section [aria-current]').allInnerTexts(), ['志愿队伍']);

    const phone = await enter(t, 'phone', member, { at: '/m/points/teams' });
    await phone.getByTestId('teams-look').click();
    await phone.getByTestId('teams-search').fill(name);
    await phone.keyboard.press('Enter');
    await phone.getByTestId('team-row').filter({ hasText: name }).click();
    await phone.getByTestId('team-join').click();
    await phone.locator('[data-test=team-page] [data-state=asked]').waitFor();

    const hand = await enter(t, 'phone', leader);
    await hand.getByTestId('home-notices').click();
    await hand.locator('[data-kind=team-asked][data-read=false]').click();
    await hand.getByTestId('team-accept').click();
    await hand.getByTestId('team-members').getByText('队员乙').waitFor();
    await hand.getByTestId('team-shift-open').click();
    const choice = hand.getByTestId('team-shift').locator('option', { hasText: activity.title });
    await choice.waitFor({ state: 'attached' });
    await hand.getByTestId('team-shift').selectOption(await choice.getAttribute('value'));
    await hand.getByTestId('team-shift-send').click();
    await sure(hand, '为全队报名');
    await hand.locator('[data-test=team-outcome] [data-state=seated]').nth(1).waitFor();

    await phone.goto('/m/points/notices');
    await phone.locator('[data-kind=signed-up]').filter({ hasText: activity.title }).waitFor();
    await phone.locator('[data-kind=team-joined]').click();
    await phone.getByTestId('team-mates').getByText('领队甲').waitFor();

    await desk.reload();
    await row(desk, member).getByTestId('team-lead').click();
    await desk.getByTestId('team-leader').filter({ hasText: '队员乙' }).waitFor();
    await row(desk, leader).getByTestId('team-remove').click();
    await row(desk, leader).waitFor({ state: 'detached' });
    await desk.getByTestId('team-rename').click();
    await desk.getByTestId('team-name').fill(`${name}改`);
    await desk.getByTestId('team-save').click();
    await desk.locator('h1', { hasText: `${name}改` }).waitFor();
    await desk.getByTestId('team-dissolve').click();
    await sure(desk, '解散队伍');
    await desk.getByTestId('teams-table').waitFor();
    await phone.goto('/m/points/notices');
    await phone.locator('[data-kind=team-dissolved]').waitFor();
  });

  test('asks who is no volunteer yet to become one first, and is not there for another street', async (t) => {
    const team = await founded(await newVolunteer('队长'));
    const phone = await enter(t, 'phone', await newResident('新邻居'), { at: `/m/points/teams/${team.id}`, expects: [REFUSED] });
    await phone.getByTestId('team-join').click();
    await sure(phone, '申请加入');
    await phone.getByTestId('volunteer-page').waitFor();
    const west = await caller('street.west');
    // 403: the street does without points; 404: it has them, but not this team
    for (const [method, body] of [['GET'], ['DELETE'], ['PUT', { name: 'x' }]]) {
      assert.ok([403, 404].includes((await west(method, `${TEAMS}/${team.id}`, body)).status), method);
    }
  });

  test('a wish is taken back, and a member leaves', async (t) => {
    const [leader, member] = [await newVolunteer('队长丙'), await newVolunteer('队员丁')];
    const team = await founded(leader);
    const phone = await enter(t, 'phone', member, { at: `/m/points/teams/${team.id}` });
    await phone.getByTestId('team-join').click();
    await phone.getByTestId('team-take-back').click();
    await phone.getByTestId('team-join').waitFor();
    await joined(team, leader, member);
    await phone.reload();
    await phone.getByTestId('team-leave').click();
    await sure(phone, '退出队伍');
    await phone.getByTestId('team-join').waitFor();
  });
});

describe('who moves up', () => {
  test('to a shift learns of it on the front page, and it is read once it was opened', async (t) => {
    const [first, second] = [await newVolunteer('先来'), await newVolunteer('候补')];
    const activity = await runningActivity(`递补 ${Date.now()}`, { seats: 1, from: 60, to: 120 });
    const seat = await signedUp(first, activity);
    await signedUp(second, activity);
    assert.equal((await (await caller(first))('DELETE', `/api/points/v1/signups/${seat.id}`)).status, 204);

    const phone = await enter(t, 'phone', second);
    await phone.getByTestId('home-notices').getByText('2').first().waitFor();
    await phone.getByTestId('home-notices').click();
    await phone.locator('[data-kind=moved-up][data-read=false]').filter({ hasText: `您已递补：“${activity.title}”` }).click();
    await phone.locator('[data-test=shift] [data-state=seated]').waitFor();
    await phone.goto('/m/points/notices');
    await phone.locator('[data-kind=moved-up][data-read=true]').waitFor();
    await phone.getByTestId('notices-read-all').click();
    await phone.getByTestId('notices-read-all').waitFor({ state: 'detached' });
    await phone.goto('/m');
    await phone.getByTestId('home-points').waitFor();
    assert.equal(await phone.getByTestId('home-notices').count(), 0);
  });

  test('to a reward learns of it, and so does who has too few points when it is their turn', async (t) => {
    const [holder, poor, next] = [await newResident('先换'), await newResident('分少'), await newResident('后换')];
    await suggested(holder);
    await suggested(next);
    const gift = await offered(`保温杯 ${Date.now()}`, { price: 20, stock: 1 });
    const own = await caller(holder);
    const voucher = (await own('POST', '/api/points/v1/vouchers', { reward: gift.id, price: 20 })).body;
    for (const waiter of [poor, next]) {
      assert.equal((await (await caller(waiter))('PUT', `/api/points/v1/waiting/${gift.id}`)).status, 200);
    }
    assert.equal((await own('POST', `/api/points/v1/vouchers/${voucher.id}/cancellation`)).status, 200);
    const phone = await enter(t, 'phone', next);
    await phone.waitForFunction(async () => (await (await fetch('/api/points/v1/notices/unread')).json()).unread > 0);
    await phone.goto('/m/points');
    await phone.getByTestId('points-to-notices').getByTestId('unread').waitFor();
    await phone.getByTestId('points-to-notices').click();
    await phone.locator('[data-kind=reward-served]').filter({ hasText: gift.title }).click();
    await phone.locator('[data-test=voucher-page] [data-state=held]').waitFor();
    const other = await enter(t, 'phone', poor, { at: '/m/points/notices' });
    await other.locator('[data-kind=turn-lost]').filter({ hasText: gift.title }).click();
    await other.waitForURL(`**/shop/${gift.id}`);
  });

  test('a cancelled activity is told to who signed up', async (t) => {
    const account = await newVolunteer('扑空');
    const activity = await runningActivity(`取消 ${Date.now()}`, { from: 60, to: 120 });
    await signedUp(account, activity);
    const community = await caller('community.gongdian');
    assert.equal((await community('POST', `/api/points/v1/activities/${activity.id}/cancellation`, { reason: '大雨' })).status, 200);
    const phone = await enter(t, 'phone', account, { at: '/m/points/notices' });
    await phone.locator('[data-kind=activity-cancelled]').click();
    await phone.getByText('活动已取消：大雨').waitFor();
  });
});

describe('whoever is put into a team', () => {
  test('is found by part of the name in the whole street, with the keyboard alone, page by page', async (t) => {
    const family = `远${Date.now() % 100000}山`;
    const names = Array.from({ length: 31 }, (_, n) => `${family}${String(n).padStart(2, '0')}`);
    const offices = { it: await caller('it'), east: await caller('street.east') };
    for (const name of names) {
      await newVolunteer(name, EAST, offices);
    }
    const team = await founded(await newVolunteer('领队甲', COMMUNITY));
    const desk = await enter(t, 'desktop', 'community.gongdian', { at: `/app/points/activities/teams/${team.id}` });
    const field = desk.getByTestId('volunteer-select').locator('input');
    const options = desk.locator('.el-select-dropdown__item:visible', { hasText: family });
    await field.focus();
    await desk.keyboard.type(family);
    await options.nth(29).waitFor();
    assert.equal(await options.count(), 30);
    await desk.getByText('还有更多，多输入几个字可缩小范围').waitFor();
    assert.deepEqual((await violations(desk)).filter((found) => !found.startsWith('scrollable-region-focusable .el-select-dropdown__wrap')), []);
    await desk.getByTestId('volunteer-more').click();
    await options.nth(30).waitFor();
    await field.fill('');
    await field.focus();
    await desk.keyboard.type(names[30]);
    await options.filter({ hasText: names[29] }).waitFor({ state: 'detached' });
    await options.filter({ hasText: names[30] }).waitFor();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('team-add').click();
    await desk.getByTestId('team-members').getByText(names[30]).waitFor();
    await field.focus();
    await desk.keyboard.type('没有这样的人');
    await desk.getByText('没有可选的志愿者').waitFor();
  });
});

describe('for who has no phone', () => {
  test('the office signs up, enters skills and issues a certificate', async (t) => {
    const account = await newVolunteer('赵奶奶', COMMUNITY);
    const activity = await runningActivity(`代报名 ${Date.now()}`, { from: 60, to: 120 });
    const desk = await enter(t, 'desktop', 'community.gongdian', { at: `/app/points/activities/${activity.id}` });
    await desk.getByTestId('enlist').click();
    await desk.getByTestId('volunteer-select').click();
    await desk.getByTestId('volunteer-select').locator('input').fill(account);
    await desk.locator('.el-select-dropdown__item:visible', { hasText: '赵奶奶' }).first().click();
    await desk.getByTestId('enlist-send').click();
    await desk.locator('[data-test=signups]').getByText('赵奶奶').waitFor();

    const street = await enter(t, 'desktop', 'street.east', { at: '/app/points/activities/volunteers' });
    await street.getByTestId('volunteers-approved').click();
    await row(street, account).getByTestId('volunteer-skills').click();
    await street.getByTestId('skills').getByRole('button', { name: '驾驶' }).click();
    await street.getByTestId('skill-save').click();
    await row(street, account).getByText('驾驶').waitFor();
  });

  test('who wants to be forgotten is, on the phone', async (t) => {
    const phone = await enter(t, 'phone', await newVolunteer('隐去'), { at: '/m/points/volunteer' });
    await phone.getByTestId('volunteer-erase').click();
    await sure(phone, '删除我的志愿信息');
    await phone.getByTestId('volunteer-form').waitFor();
  });
});

describe('pages of teams and notices', () => {
  const looks = { zh: {}, en: { language: 'en' }, dark: { dark: true }, elder: { elder: true } };
  for (const [look, options] of Object.entries(looks)) {
    test(`are fit for all readers, with somebody in them: ${look}`, async (t) => {
      const [leader, member] = [await newVolunteer('Leader'), await newVolunteer('Member')];
      const team = await founded(leader, `Team ${Date.now()}`);
      assert.equal((await (await caller(member))('PUT', `${TEAMS}/${team.id}/requests/${member}`)).status, 204);
      const pages = [
        ['phone', leader, ['/m', '/m/points', '/m/points/notices', '/m/points/teams', '/m/points/teams?view=all', `/m/points/teams/${team.id}`]],
        ['phone', member, [`/m/points/teams/${team.id}`]],
        ['desktop', 'community.gongdian', ['/app/points/activities/teams', `/app/points/activities/teams/${team.id}`]],
      ];
      for (const [shell, account, paths] of pages) {
        const page = await open(t, shell, options);
        const [rest, data] = [restOf(page), dataOf(page)];
        await signInQuietly(page, account);
        for (const path of paths) {
          await page.goto(path);
          await rest();
          const [shown, known] = [await texts(page), await data()];
          assert.deepEqual(rawKeys(shown, known), [], path);
          assert.deepEqual(options.language === 'en' ? chinese(shown, known) : [], [], path);
          assert.deepEqual(await violations(page), [], path);
        }
      }
    });
  }
});
