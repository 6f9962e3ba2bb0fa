import { definePlugin } from '@ezhili/sdk';
import { Coin, Medal, Notebook, Present, Ticket } from '@element-plus/icons-vue';
import ActivitiesPage from './desktop/ActivitiesPage.vue';
import ActivityForm from './desktop/ActivityForm.vue';
import ActivityPage from './desktop/ActivityPage.vue';
import AnomaliesPage from './desktop/AnomaliesPage.vue';
import BudgetPage from './desktop/BudgetPage.vue';
import CounterPage from './desktop/CounterPage.vue';
import FairnessPage from './desktop/FairnessPage.vue';
import HomeCard from './desktop/HomeCard.vue';
import HoursPage from './desktop/HoursPage.vue';
import LedgerPage from './desktop/LedgerPage.vue';
import RewardForm from './desktop/RewardForm.vue';
import RewardsPage from './desktop/RewardsPage.vue';
import RulesPage from './desktop/RulesPage.vue';
import ScreenPage from './desktop/ScreenPage.vue';
import TeamPage from './desktop/TeamPage.vue';
import TeamsPage from './desktop/TeamsPage.vue';
import VolunteersPage from './desktop/VolunteersPage.vue';
import en from './locales/en.json';
import zh from './locales/zh.json';
import { volunteers } from './model/calls';
import './parts/points.css';

/** The desk's side of points: volunteers and what they do, rewards and the counter, rules, budgets and the ledger. */
export default definePlugin({
  id: 'points',
  locales: { zh, en },
  routes: [
    { path: 'activities', name: 'activities', component: ActivitiesPage, title: 'activities.title', permission: 'points.coordinate' },
    { path: 'activities/new', name: 'activity-new', component: ActivityForm, title: 'activity.publish', permission: 'points.coordinate' },
    { path: 'activities/volunteers', name: 'volunteers', component: VolunteersPage, title: 'volunteers.title', permission: 'points.coordinate' },
    { path: 'activities/teams', name: 'teams', component: TeamsPage, title: 'teams.title', permission: 'points.coordinate' },
    { path: 'activities/teams/:id', name: 'team', component: TeamPage, title: 'team.title', permission: 'points.coordinate' },
    { path: 'activities/hours', name: 'hours', component: HoursPage, title: 'hours.title', permission: 'points.coordinate' },
    { path: 'activities/:id', name: 'activity', component: ActivityPage, title: 'activity.title', permission: 'points.coordinate' },
    { path: 'activities/:id/screen', name: 'screen', component: ScreenPage, title: 'code.title', permission: 'points.coordinate' },
    { path: 'rewards', name: 'rewards', component: RewardsPage, title: 'rewards.title', permission: 'points.rewards' },
    { path: 'rewards/new', name: 'reward-new', component: RewardForm, title: 'reward.new', permission: 'points.rewards' },
    { path: 'rewards/:id', name: 'reward', component: RewardForm, title: 'reward.title', permission: 'points.rewards' },
    { path: 'counter', name: 'counter', component: CounterPage, title: 'counter.title', permission: 'points.counter' },
    { path: 'books', name: 'ledger', component: LedgerPage, title: 'ledger.title', permission: 'points.ledger' },
    { path: 'books/rules', name: 'rules', component: RulesPage, title: 'rules.title', permission: 'points.ledger' },
    { path: 'books/budget', name: 'budget', component: BudgetPage, title: 'budget.title', permission: 'points.ledger' },
    { path: 'books/anomalies', name: 'anomalies', component: AnomaliesPage, title: 'anomalies.title', permission: 'points.oversee' },
    { path: 'fairness', name: 'fairness', component: FairnessPage, title: 'fairness.title' },
  ],
  menus: [
    {
      title: 'activities.title',
      icon: Medal,
      to: 'activities',
      order: 300,
      permission: 'points.coordinate',
      key: 'v',
      count: async () => (await volunteers({ state: 'applied', limit: 100 })).items.length,
    },
    { title: 'rewards.title', icon: Present, to: 'rewards', order: 310, permission: 'points.rewards', key: 'r' },
    { title: 'counter.title', icon: Ticket, to: 'counter', order: 320, permission: 'points.counter', key: 'c' },
    { title: 'ledger.title', icon: Notebook, to: 'books', order: 330, permission: 'points.ledger', key: 'b' },
    { title: 'fairness.title', icon: Coin, to: 'fairness', order: 340, permission: 'points.volunteer', key: 'f' },
  ],
  slots: [{ slot: 'home', component: HomeCard, order: 200, permission: 'points.coordinate' }],
});
