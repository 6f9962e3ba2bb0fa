import { definePlugin } from '@ezhili/sdk';
import en from './locales/en.json';
import zh from './locales/zh.json';
import { counters } from './model/calls';
import HomeBlock from './phone/HomeBlock.vue';
import MatterPage from './phone/MatterPage.vue';
import MattersPage from './phone/MattersPage.vue';
import ReportPage from './phone/ReportPage.vue';
import { keepSending } from './phone/sending';

keepSending();

/** The phone's side of matters: report on the spot, follow one's own, handle what is dispatched. */
export default definePlugin({
  id: 'matters',
  locales: { zh, en },
  routes: [
    { path: '', name: 'mine', component: MattersPage, title: 'mine.title', permission: 'matters.read' },
    { path: 'report', name: 'report', component: ReportPage, title: 'report.snap', permission: 'matters.report' },
    { path: 'matters/:id', name: 'matter', component: MatterPage, title: 'matter.title', permission: 'matters.read' },
  ],
  menus: [
    { title: 'report.snap', icon: 'photograph', to: 'report', order: 10, permission: 'matters.report' },
    {
      title: 'mine.tab',
      icon: 'orders-o',
      to: '',
      order: 20,
      permission: 'matters.read',
      count: async () => (await counters()).mine,
    },
  ],
  slots: [{ slot: 'home', component: HomeBlock, order: 10, permission: 'matters.read' }],
});
