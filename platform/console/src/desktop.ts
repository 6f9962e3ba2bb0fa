import { setLanguage, language, shell, useNotifier, addTexts, useTexts } from '@ezhili/sdk';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import App from './desktop/App.vue';
import { desktopNotifier } from './desktop/notifier';
import { desktopRoutes } from './desktop/routes';
import en from './locales/en.json';
import zh from './locales/zh.json';
import { wearAppearance } from './shell/appearance';
import { open } from './shell/walk';
import './desktop/desktop.css';

shell.kind = 'desktop';
addTexts('console', { zh, en });
setLanguage(language());
wearAppearance();
useNotifier(desktopNotifier);

const router = createRouter({ history: createWebHistory('/'), routes: desktopRoutes, scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 } });
void open(createApp(App), router, { home: '/', signIn: '/app/sign-in', setUp: '/setup' }, () => useTexts('console').t('product'));
