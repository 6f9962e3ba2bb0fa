// Takes the pictures of docs/images; run.mjs calls it when EZHILI_PICTURES=1, on a district of its own.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { caller, enter, useBrowser } from './browser.mjs';
import { house } from './house.mjs';
import { actByRest, GRID } from './matters.mjs';
import { push, restOf } from './pages.mjs';

useBrowser();

const folder = join(house, 'docs/images');
mkdirSync(folder, { recursive: true });
const WHAT = '供电社区3号楼东侧垃圾桶满溢，垃圾散落到人行道上，已有异味';
const PLACE = { lon: 116.7926432, lat: 33.9582482 };

/** Bins at a kerb: overflowing, or emptied again. */
function bins(page, full) {
  return page.evaluate((isFull) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1280, 960];
    const ink = canvas.getContext('2d');
    const fill = (colour, ...box) => {
      ink.fillStyle = colour;
      ink.fillRect(...box);
    };
    const sky = ink.createLinearGradient(0, 0, 0, 420);
    sky.addColorStop(0, '#b9cfe0');
    sky.addColorStop(1, '#e8e4d8');
    fill(sky, 0, 0, 1280, 960);
    for (let house = 0; house < 4; house++) {
      fill(['#cbb9a4', '#b8a893', '#d5c8b6', '#bfae9a'][house], house * 330 - 40, 60 + (house % 2) * 60, 310, 520);
      for (let pane = 0; pane < 12; pane++) {
        fill(pane % 5 === 2 ? '#f3e2a6' : '#7d8d9b', house * 330 + (pane % 3) * 92, 110 + (house % 2) * 60 + Math.floor(pane / 3) * 96, 56, 58);
      }
    }
    fill('#9aa19f', 0, 560, 1280, 150);
    fill('#6d7378', 0, 700, 1280, 260);
    fill('#d9dcdb', 0, 696, 1280, 14);
    for (let line = 0; line < 5; line++) {
      fill('#e6e2cf', line * 290 - 40, 830, 150, 12);
    }
    for (const [at, colour] of [[360, '#2d7a4b'], [590, '#2e5f9b'], [820, '#4c5157']]) {
      fill(colour, at, 420, 170, 250);
      fill('#00000022', at + 130, 420, 40, 250);
      fill('#22272b', at + 14, 668, 26, 22);
      fill('#22272b', at + 130, 668, 26, 22);
      fill('#f2f4f3', at + 55, 500, 60, 60);
      if (!isFull) {
        fill(colour, at - 10, 396, 190, 30);
      }
    }
    if (isFull) {
      const tones = ['#e9e6df', '#25282c', '#c98f4d', '#d8dfe6', '#8f3f37', '#3d6b58', '#f3efe6'];
      for (let bag = 0; bag < 90; bag++) {
        const across = (bag * 97) % 640;
        const onTop = bag < 34;
        ink.fillStyle = tones[(bag * 5) % tones.length];
        ink.beginPath();
        ink.ellipse(340 + across, onTop ? 408 - ((bag * 31) % 54) : 640 + ((bag * 43) % 76), 22 + ((bag * 13) % 26), 16 + ((bag * 7) % 17), bag, 0, 7);
        ink.fill();
      }
    }
    return canvas.toDataURL('image/jpeg', 0.85).split(',')[1];
  }, full);
}

async function upload(call, encoded) {
  const form = Buffer.from(encoded, 'base64');
  const { body } = await call('POST', '/api/matters/v1/photos', form, 'image/jpeg');
  return body.id;
}

const save = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });

describe('pictures', () => {
  test('of a matter, the desk, the map and the phones', async (t) => {
    const [resident, community, worker] = [await caller('resident'), await caller('community.gongdian'), await caller('worker.gongdian')];
    const desk = await enter(t, 'desktop', 'community.gongdian');
    const rest = restOf(desk);
    const before = await upload(resident, await bins(desk, true));
    const { body } = await resident('POST', '/api/matters/v1/matters', { category: 'E0103', description: WHAT, ...PLACE, photos: [before] });
    await actByRest(community, body.id, { action: 'accept' });
    await actByRest(community, body.id, { action: 'dispatch', handler: 'worker.gongdian', note: '请今天上午处理，注意分类' });
    await actByRest(worker, body.id, { action: 'take' });

    const hand = await enter(t, 'phone', 'worker.gongdian', { at: `/m/matters/matters/${body.id}` });
    await restOf(hand)();
    await save(hand, 'phone-matter');

    await actByRest(worker, body.id, { action: 'hand-in', note: '已清运并冲洗地面，增加一次傍晚清运', photos: [await upload(worker, await bins(desk, false))] });
    await push(desk, `/app/matters/matters/${body.id}`);
    await rest();
    await save(desk, 'matter');

    await push(desk, '/app/matters');
    await rest();
    await desk.locator('.el-table__row').first().waitFor();
    await save(desk, 'desktop');

    const district = await enter(t, 'desktop', 'district', { at: `/app/grid?area=${GRID}` });
    await restOf(district)();
    await save(district, 'map');

    const phone = await enter(t, 'phone', 'worker.gongdian', { at: '/m/matters' });
    await restOf(phone)();
    await phone.getByTestId('matter-row').first().waitFor();
    await save(phone, 'phone');

    const elder = await enter(t, 'phone', 'resident', { elder: true });
    await restOf(elder)();
    await save(elder, 'phone-elder');
  });

  test('of volunteering and points', async (t) => {
    const street = await caller('street.east');
    const now = new Date().toISOString();
    const { body } = await street('GET', '/api/points/v1/activities?limit=100');
    const running = body.items.find(({ shifts: [shift] }) => shift.startsAt < now && shift.endsAt > now);

    const phone = await enter(t, 'phone', 'resident', { at: '/m/points' });
    await restOf(phone)();
    await save(phone, 'phone-points');

    const desk = await enter(t, 'desktop', 'street.east', { at: `/app/points/activities/${running.id}` });
    await restOf(desk)();
    await save(desk, 'activity');
  });
});
