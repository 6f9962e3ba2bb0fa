import { pathTo, session, shell, useTexts } from '@ezhili/sdk';
import { computed } from 'vue';

export interface Tab {
  id: string;
  title: string;
  to: string;
  icon: string;
  count: (() => Promise<number>) | undefined;
}

const MOST_TABS = 3;

const offered = computed(() =>
  shell.plugins
    .flatMap((plugin) => (plugin.menus ?? []).map((menu) => ({ menu, plugin })))
    .filter(({ menu }) => !menu.permission || session.may(menu.permission))
    .sort((a, b) => (a.menu.order ?? 500) - (b.menu.order ?? 500))
    .map(({ menu, plugin }) => ({
      tab: menu.tab !== false,
      id: `${plugin.id}.${menu.to}`,
      title: useTexts(plugin.id).t(menu.title),
      to: pathTo(plugin.id, menu.to),
      icon: typeof menu.icon === 'string' ? menu.icon : 'apps-o',
      count: menu.count,
    })),
);

/** The modules' tabs, as many as a thumb can tell apart. */
export const tabs = computed<Tab[]>(() => offered.value.filter((item) => item.tab).slice(0, MOST_TABS));

/** What has no room in the tab bar; the "me" page lists it. */
export const beyondTabs = computed<Tab[]>(() => offered.value.filter((item) => !tabs.value.some((tab) => tab.id === item.id)));
