// What people do with points, in either shell.
import assert from 'node:assert/strict';
import { caller } from './browser.mjs';

export const EAST = '340603002';
export const COMMUNITY = '340603002001';
export const SQUARE = { lon: 116.7926432, lat: 33.9582482 };
/** A phone that says where it is. */
export const at = ({ lon, lat }) => ({ geolocation: { longitude: lon, latitude: lat }, permissions: ['geolocation'] });

const MINUTE = 60_000;
const inMinutes = (minutes) => new Date(Date.now() + minutes * MINUTE).toISOString();

/** Somebody new, who lives in the district and can sign in. */
export async function newResident(name, it) {
  it ??= await caller('it');
  const account = `resident.${Date.now()}`;
  const { status, body } = await it('POST', '/api/security/v1/accounts', { account, name, password: 'ezhili-demo', grants: [{ role: 'resident', area: '340603' }] });
  assert.equal(status, 201, JSON.stringify(body));
  return account;
}

/** An activity that runs now, at the square; the community has published it. */
export async function runningActivity(title, { seats = 5, from = -10, to = 120 } = {}) {
  const community = await caller('community.gongdian');
  const shifts = [{ startsAt: inMinutes(from), endsAt: inMinutes(to), quotas: [{ seats }] }];
  const draft = { area: COMMUNITY, title, description: '清扫河岸', category: '环境清洁', ...SQUARE, fence: 200, shifts };
  const { status, body } = await community('POST', '/api/points/v1/activities', draft);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Somebody new who is a volunteer of the East Street already. `offices`: whoever makes accounts and approves, where many are made. */
export async function newVolunteer(name, area = EAST, offices = {}) {
  const account = await newResident(name, offices.it);
  const [own, east] = [await caller(account), offices.east ?? (await caller('street.east'))];
  const applied = await own('POST', '/api/points/v1/volunteers', { area, skills: [] });
  assert.equal(applied.status, 201, JSON.stringify(applied.body));
  const approved = await east('POST', `/api/points/v1/volunteers/${applied.body.id}/decision`, { approved: true });
  assert.equal(approved.status, 200);
  return account;
}

export async function signedUp(account, activity) {
  const own = await caller(account);
  const { status, body } = await own('POST', '/api/points/v1/signups', { shift: activity.shifts[0].id });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Points for adopted suggestions: twenty each by the rules of the demo district, forty a day at most. */
export async function suggested(account, times = 2) {
  const east = await caller('street.east');
  const { status, body } = await east('POST', `/api/points/v1/streets/${EAST}/occasions`, { kind: 'suggestion', owner: account, quantity: times });
  assert.equal(status, 200, JSON.stringify(body));
  return body.points;
}

/** Goods of the East Street; what is not said is usual. */
export async function offered(title, more = {}) {
  const east = await caller('street.east');
  const draft = {
    area: EAST,
    kind: 'goods',
    title,
    description: '',
    price: 10,
    stock: 5,
    perPerson: 1,
    opensAt: inMinutes(-60),
    closesAt: inMinutes(60 * 24 * 30),
    collectDays: 10,
    offered: true,
    meetings: [],
    ...more,
  };
  const { status, body } = await east('POST', '/api/points/v1/rewards', draft);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** The address that any phone's camera opens when it sees the code at an activity. */
export const linkTo = (activity, code) => `/m/points/check-in?activity=${activity.id}&code=${encodeURIComponent(code)}`;

const A_NEW_ONE = 40_000;

/** The code that the screen at an activity shows next: with the one that somebody came by they can't leave. */
export async function nextCode(screen) {
  const code = screen.getByTestId('code-qr');
  const before = await code.getAttribute('data-code');
  await screen.locator(`[data-test=code-qr]:not([data-code="${before}"])`).waitFor({ timeout: A_NEW_ONE });
  return code.getAttribute('data-code');
}

/** Types the digits on the screen at the activity; they may have changed while they were typed, as they do in life. */
export async function typeDigits(phone, screen) {
  const over = phone.locator('[data-test=check-in-done], [data-test=check-in-refused]').first();
  for (let attempt = 0; attempt < 3; attempt++) {
    await phone.getByTestId('check-in-code').fill(await screen.getByTestId('code-digits').innerText());
    await phone.getByTestId('check-in-send').click();
    await over.waitFor();
    if ((await phone.getByTestId('check-in-done').count()) > 0) {
      return;
    }
  }
  assert.fail(await phone.getByTestId('check-in-refused').innerText());
}
