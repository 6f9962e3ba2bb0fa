import { addTexts, language, setLanguage, shell, useNotifier, useTexts } from '@ezhili/sdk';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import en from './locales/en.json';
import zh from './locales/zh.json';
import App from './phone/App.vue';
import { phoneNotifier } from './phone/notifier';
import { phoneRoutes } from './phone/routes';
import { wearAppearance } from './shell/appearance';
import { open } from './shell/walk';
import './phone/phone.css';

shell.kind = 'phone';
addTexts('console', { zh, en });
setLanguage(language());
wearAppearance();
useNotifier(phoneNotifier);

const router = createRouter({ history: createWebHistory('/'), routes: phoneRoutes, scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 } });
void open(createApp(App), router, { home: '/m', signIn: '/m/sign-in', setUp: '/setup' }, () => useTexts('console').t('product'));
