import { definePlugin } from '@ezhili/sdk';
import en from './locales/en.json';
import zh from './locales/zh.json';
import './parts/points.css';
import ActivitiesPage from './phone/ActivitiesPage.vue';
import ActivityPage from './phone/ActivityPage.vue';
import CertificatePage from './phone/CertificatePage.vue';
import CheckInPage from './phone/CheckInPage.vue';
import CodePage from './phone/CodePage.vue';
import FairnessMoved from './phone/FairnessMoved.vue';
import FairnessPage from './phone/FairnessPage.vue';
import HomeBlock from './phone/HomeBlock.vue';
import NoticesPage from './phone/NoticesPage.vue';
import PointsPage from './phone/PointsPage.vue';
import RewardPage from './phone/RewardPage.vue';
import ShopPage from './phone/ShopPage.vue';
import StatementPage from './phone/StatementPage.vue';
import TeamPage from './phone/TeamPage.vue';
import TeamsPage from './phone/TeamsPage.vue';
import VolunteerPage from './phone/VolunteerPage.vue';
import VoucherPage from './phone/VoucherPage.vue';
import VouchersPage from './phone/VouchersPage.vue';

/** The phone's side of points: serve, check in, look at one's points, exchange them. */
export default definePlugin({
  id: 'points',
  locales: { zh, en },
  routes: [
    { path: '', name: 'mine', component: PointsPage, title: 'points.mine', permission: 'points.shop' },
    { path: 'volunteer', name: 'volunteer', component: VolunteerPage, title: 'volunteer.title', permission: 'points.volunteer' },
    { path: 'activities', name: 'activities', component: ActivitiesPage, title: 'activities.title', permission: 'points.volunteer' },
    { path: 'activities/:id', name: 'activity', component: ActivityPage, title: 'activity.title', permission: 'points.volunteer' },
    { path: 'activities/:id/code', name: 'code', component: CodePage, title: 'code.title', permission: 'points.coordinate' },
    { path: 'teams', name: 'teams', component: TeamsPage, title: 'teams.title', permission: 'points.volunteer' },
    { path: 'teams/:id', name: 'team', component: TeamPage, title: 'team.title', permission: 'points.volunteer' },
    { path: 'notices', name: 'notices', component: NoticesPage, title: 'notices.title', permission: 'points.shop' },
    { path: 'check-in', name: 'check-in', component: CheckInPage, title: 'checkin.title', permission: 'points.volunteer' },
    { path: 'shop', name: 'shop', component: ShopPage, title: 'shop.title', permission: 'points.shop' },
    { path: 'shop/:id', name: 'reward', component: RewardPage, title: 'reward.title', permission: 'points.shop' },
    { path: 'vouchers', name: 'vouchers', component: VouchersPage, title: 'vouchers.title', permission: 'points.shop' },
    { path: 'vouchers/:id', name: 'voucher', component: VoucherPage, title: 'voucher.title', permission: 'points.shop' },
    { path: 'statement', name: 'statement', component: StatementPage, title: 'statement.title', permission: 'points.shop' },
    { path: 'fairness', name: 'fairness-moved', component: FairnessMoved, title: 'fairness.title' },
    { path: 'open/fairness', name: 'fairness', component: FairnessPage, title: 'fairness.title', open: true },
    { path: 'open/certificates/:code?', name: 'certificate-check', component: CertificatePage, title: 'check.title', open: true },
  ],
  menus: [{ title: 'points.title', icon: 'medal-o', to: '', order: 30, permission: 'points.shop' }],
  slots: [{ slot: 'home', component: HomeBlock, order: 20, permission: 'points.shop' }],
});
