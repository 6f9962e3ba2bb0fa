import { definePlugin } from '@ezhili/sdk';
import { Tickets } from '@element-plus/icons-vue';
import HomeCard from './desktop/HomeCard.vue';
import InboxPage from './desktop/InboxPage.vue';
import MatterPage from './desktop/MatterPage.vue';
import ReportPage from './desktop/ReportPage.vue';
import { search } from './desktop/search';
import en from './locales/en.json';
import zh from './locales/zh.json';
import { counters } from './model/calls';

/** The desk's side of matters: what comes in, one matter with its whole story, reporting on somebody's behalf. */
export default definePlugin({
  id: 'matters',
  locales: { zh, en },
  routes: [
    { path: '', name: 'inbox', component: InboxPage, title: 'inbox.title', permission: 'matters.read' },
    { path: 'report', name: 'report', component: ReportPage, title: 'report.title', permission: 'matters.report' },
    { path: 'matters/:id', name: 'matter', component: MatterPage, title: 'matter.title', permission: 'matters.read' },
  ],
  menus: [
    {
      title: 'inbox.title',
      icon: Tickets,
      to: '',
      order: 100,
      permission: 'matters.read',
      key: 'm',
      count: async () => (await counters()).mine,
    },
  ],
  slots: [{ slot: 'home', component: HomeCard, order: 100, permission: 'matters.read' }],
  search,
});
