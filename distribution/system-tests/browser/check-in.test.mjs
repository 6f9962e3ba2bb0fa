import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caller, enter, useBrowser } from './browser.mjs';
import { violations } from './pages.mjs';
import { at, linkTo, newVolunteer, runningActivity, signedUp, SQUARE } from './points.mjs';

useBrowser();

const REFUSED = /status of 4\d\d/;

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
    await far.getByTestId('check-in-refused').filter({ hasText: /200\s?米/ }).waitFor();

    const nowhere = await enter(t, 'phone', account, { at: way });
    await nowhere.getByTestId('check-in-code').fill(await code());
    await nowhere.getByTestId('check-in-send').click();
    await nowhere.getByTestId('check-in-refused').filter({ hasText: '位置' }).waitFor();
  });

  test('by a link happens once: opened again, it asks, and its code is no good to leave with', async (t) => {
    const account = await newVolunteer('两次');
    const activity = await runningActivity(`两次 ${Date.now()}`);
    await signedUp(account, activity);
    const [own, community] = [await caller(account), await caller('community.gongdian')];
    const { code } = (await community('GET', `/api/points/v1/activities/${activity.id}/code`)).body;
    const state = async () => (await own('GET', '/api/points/v1/signups?limit=1')).body.items[0].state;
    const phone = await enter(t, 'phone', account, { ...at(SQUARE), at: linkTo(activity, code), expects: [REFUSED] });
    const left = [];
    phone.on('request', (request) => request.url().endsWith('/check-outs') && left.push(request.url()));
    await phone.locator('[data-test=check-in-done][data-state=present]').waitFor();
    assert.equal(new URL(phone.url()).searchParams.has('code'), false, 'the address keeps no code');

    await phone.goto(linkTo(activity, code));
    await phone.getByTestId('check-in-ask').waitFor();
    assert.deepEqual(await violations(phone), []);
    await phone.reload();
    await phone.getByTestId('check-in-send').waitFor();
    assert.equal(await phone.getByTestId('check-in-ask').count(), 0);
    assert.deepEqual(left, []);
    assert.equal(await state(), 'present');

    await phone.goto(linkTo(activity, code));
    await phone.getByTestId('check-in-out').click();
    await phone.getByTestId('check-in-refused').waitFor();
    assert.equal(left.length, 1);
    assert.equal(await state(), 'present');
  });

  test('does not hang on the phone’s clock', async (t) => {
    const account = await newVolunteer('慢钟');
    const activity = await runningActivity(`慢钟 ${Date.now()}`);
    await signedUp(account, activity);
    const community = await caller('community.gongdian');
    const phone = await enter(t, 'phone', account, at(SQUARE));
    await phone.clock.setFixedTime(new Date(Date.now() - 26 * 3_600_000));
    await phone.goto(`/m/points/check-in?activity=${activity.id}`);
    await phone.getByTestId('check-in-code').fill((await community('GET', `/api/points/v1/activities/${activity.id}/code`)).body.code);
    await phone.getByTestId('check-in-send').click();
    await phone.locator('[data-test=check-in-done][data-state=present]').waitFor();
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
