import type { RouteRecordRaw } from 'vue-router';
import SignInPage from '../platform/SignInPage.vue';
import SetUpPage from '../platform/SetUpPage.vue';
import { MAY } from '../platform/calls';
import AccountsPage from './accounts/AccountsPage.vue';
import AuditPage from './pages/AuditPage.vue';
import HomePage from './pages/HomePage.vue';
import LostPage from '../platform/LostPage.vue';
import ModulesPage from './pages/ModulesPage.vue';
import SettingsPage from './settings/SettingsPage.vue';
import LogPage from './versions/LogPage.vue';
import VersionsPage from './versions/VersionsPage.vue';
import MyAccountPage from './pages/MyAccountPage.vue';

const bare = { owner: 'console', open: true, bare: true };

export const desktopRoutes: RouteRecordRaw[] = [
  { path: '/', alias: '/app', name: 'home', component: HomePage, meta: { owner: 'console', title: 'home.title' } },
  { path: '/app/sign-in', name: 'sign-in', component: SignInPage, meta: { ...bare, title: 'signIn.title' } },
  { path: '/setup', alias: '/app/setup', name: 'set-up', component: SetUpPage, meta: { ...bare, title: 'setUp.title' } },
  { path: '/app/me', name: 'me', component: MyAccountPage, meta: { owner: 'console', title: 'me.title' } },
  { path: '/app/platform/modules', name: 'platform.modules', component: ModulesPage, meta: { owner: 'console', title: 'modules.title', permission: MAY.modules } },
  { path: '/app/platform/settings', name: 'platform.settings', component: SettingsPage, meta: { owner: 'console', title: 'settings.title', permission: MAY.settings } },
  { path: '/app/platform/versions', name: 'platform.versions', component: VersionsPage, meta: { owner: 'console', title: 'versions.title', permission: MAY.versions } },
  { path: '/app/platform/log', name: 'platform.log', component: LogPage, meta: { owner: 'console', title: 'log.title', permission: MAY.logs } },
  { path: '/app/platform/accounts', name: 'platform.accounts', component: AccountsPage, meta: { owner: 'console', title: 'accounts.title', permission: MAY.accounts } },
  { path: '/app/platform/audit', name: 'platform.audit', component: AuditPage, meta: { owner: 'console', title: 'audit.title', permission: MAY.audit } },
  { path: '/:rest(.*)*', name: 'lost', component: LostPage, meta: { owner: 'console', title: 'lost.title' } },
];
