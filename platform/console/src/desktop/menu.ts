import { pathTo, session, shell, useTexts } from '@ezhili/sdk';
import { Box, Document, House, Operation, SetUp, Tickets, User } from '@element-plus/icons-vue';
import { computed, markRaw, type Component } from 'vue';
import { MAY } from '../platform/calls';

export interface MenuItem {
  id: string;
  title: string;
  to: string;
  icon: Component | string | undefined;
  key: string | undefined;
  count: (() => Promise<number>) | undefined;
}

const { t } = useTexts('console');
const ownPages = [
  { title: 'modules.title', to: '/app/platform/modules', icon: markRaw(SetUp), permission: MAY.modules, key: 'o' },
  { title: 'settings.title', to: '/app/platform/settings', icon: markRaw(Operation), permission: MAY.settings, key: 's' },
  { title: 'versions.title', to: '/app/platform/versions', icon: markRaw(Box), permission: MAY.versions, key: 'n' },
  { title: 'log.title', to: '/app/platform/log', icon: markRaw(Tickets), permission: MAY.logs, key: 'j' },
  { title: 'accounts.title', to: '/app/platform/accounts', icon: markRaw(User), permission: MAY.accounts, key: 'u' },
  { title: 'audit.title', to: '/app/platform/audit', icon: markRaw(Document), permission: MAY.audit, key: 'l' },
];

/** The pages that the modules offer to the signed-in person. */
export const moduleMenu = computed<MenuItem[]>(() =>
  shell.plugins
    .flatMap((plugin) => (plugin.menus ?? []).map((menu) => ({ menu, plugin })))
    .filter(({ menu }) => !menu.permission || session.may(menu.permission))
    .sort((a, b) => (a.menu.order ?? 500) - (b.menu.order ?? 500))
    .map(({ menu, plugin }) => ({
      id: `${plugin.id}.${menu.to}`,
      title: useTexts(plugin.id).t(menu.title),
      to: pathTo(plugin.id, menu.to),
      icon: menu.icon,
      key: menu.key,
      count: menu.count,
    })),
);

/** The platform's own pages. */
export const platformMenu = computed<MenuItem[]>(() =>
  ownPages
    .filter((page) => session.may(page.permission))
    .map((page) => ({ id: page.to, title: t(page.title), to: page.to, icon: page.icon, key: page.key, count: undefined })),
);

export const homeItem = computed<MenuItem>(() => ({ id: '/', title: t('home.title'), to: '/', icon: markRaw(House), key: 'h', count: undefined }));

export const wholeMenu = computed<MenuItem[]>(() => [homeItem.value, ...moduleMenu.value, ...platformMenu.value]);
