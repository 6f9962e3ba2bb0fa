import { pathTo, shell, type Plugin } from '@ezhili/sdk';
import { beforeEach, expect, it } from 'vitest';
import { openModule, routesOf } from '../src/shell/routes';

const page = {};
const plugin: Plugin = {
  id: 'points',
  locales: { zh: {}, en: {} },
  routes: [
    { path: 'open/certificates/:code?', name: 'check', title: 'check.title', component: page, open: true },
    { path: 'open/secret', name: 'secret', title: 'secret.title', component: page },
    { path: 'shop', name: 'shop', title: 'shop.title', component: page, open: true },
  ],
};
const openOf = () => Object.fromEntries(routesOf(plugin).map((route) => [route.name, route.meta?.open]));

beforeEach(() => {
  shell.kind = 'phone';
});

it('a page is open that says so and stands where open pages stand', () => {
  expect(openOf()).toEqual({ 'points.check': true, 'points.secret': false, 'points.shop': false });
  expect(openModule(pathTo('points', 'open/certificates/ABCD'))).toBe('points');
  expect(openModule('/m/points/open')).toBe('points');
});

it.each(['/m', '/m/me', '/m/points', '/m/points/shop', '/m/points/opening/x', '/m/open/points', '/app/points/open/x', '//m/points/open/x', '/m/../open/x', '/m//open/x', '/m/Points/open/x', '/m/a%2Fb/open/x'])(
  'no module is loaded for %s',
  (path) => {
    expect(openModule(path)).toBeUndefined();
  },
);

it('the desk has no open pages', () => {
  shell.kind = 'desktop';
  expect(openOf()).toEqual({ 'points.check': false, 'points.secret': false, 'points.shop': false });
  expect(openModule('/app/points/open/certificates')).toBeUndefined();
});
