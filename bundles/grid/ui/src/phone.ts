import { definePlugin } from '@ezhili/sdk';
import en from './locales/en.json';
import zh from './locales/zh.json';
import WherePage from './phone/WherePage.vue';

/** The phone's side of the grid: which grid somebody stands in. */
export default definePlugin({
  id: 'grid',
  locales: { zh, en },
  routes: [{ path: '', name: 'where', component: WherePage, title: 'where.title', permission: 'grid.read' }],
  menus: [{ title: 'where.tab', icon: 'location-o', to: '', order: 200, permission: 'grid.read' }],
});
