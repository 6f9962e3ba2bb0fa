import type { RouteRecordRaw } from 'vue-router';
import LostPage from '../platform/LostPage.vue';
import SignInPage from '../platform/SignInPage.vue';
import HomePage from './pages/HomePage.vue';
import MePage from './pages/MePage.vue';
import PasswordPage from './pages/PasswordPage.vue';

export const phoneRoutes: RouteRecordRaw[] = [
  { path: '/m', name: 'home', component: HomePage, meta: { owner: 'console', title: 'home.title', top: true } },
  { path: '/m/sign-in', name: 'sign-in', component: SignInPage, meta: { owner: 'console', open: true, bare: true, title: 'signIn.title' } },
  { path: '/m/me', name: 'me', component: MePage, meta: { owner: 'console', title: 'me.tab', top: true } },
  { path: '/m/me/password', name: 'password', component: PasswordPage, meta: { owner: 'console', title: 'password.change' } },
  { path: '/:rest(.*)*', name: 'lost', component: LostPage, meta: { owner: 'console', title: 'lost.title' } },
];
