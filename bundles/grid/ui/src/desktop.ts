import { definePlugin } from '@ezhili/sdk';
import { CircleCheck, MapLocation, Upload } from '@element-plus/icons-vue';
import ChecksPage from './desktop/ChecksPage.vue';
import ImportPage from './desktop/ImportPage.vue';
import MapPage from './desktop/MapPage.vue';
import { search } from './desktop/search';
import en from './locales/en.json';
import zh from './locales/zh.json';

/** The desk's side of the grid: the tree on a map, imports, and whether grids tile their communities. */
export default definePlugin({
  id: 'grid',
  locales: { zh, en },
  routes: [
    { path: '', name: 'map', component: MapPage, title: 'map.title', permission: 'grid.read', full: true },
    { path: 'import', name: 'import', component: ImportPage, title: 'import.title', permission: 'grid.import' },
    { path: 'checks', name: 'checks', component: ChecksPage, title: 'checks.title', permission: 'grid.read' },
  ],
  menus: [
    { title: 'map.title', icon: MapLocation, to: '', order: 200, permission: 'grid.read', key: 'a' },
    { title: 'checks.title', icon: CircleCheck, to: 'checks', order: 210, permission: 'grid.import' },
    { title: 'import.title', icon: Upload, to: 'import', order: 220, permission: 'grid.import' },
  ],
  search,
});
