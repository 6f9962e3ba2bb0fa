import { pathTo, shell, type Plugin } from '@ezhili/sdk';
import type { RouteRecordRaw } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Whose texts the title is a key of. */
    owner?: string;
    title?: string;
    permission?: string;
    /** Seen without being signed in. */
    open?: boolean;
    /** No margins. */
    full?: boolean;
    /** No menus around it. */
    bare?: boolean;
    /** A place of the phone's tab bar, so there is nowhere to go back to. */
    top?: boolean;
  }
}

const OPEN = 'open/';

/** The module that has the page at this address, if it is one of those that are seen without being signed in. */
export function openModule(path: string): string | undefined {
  const [, root, id, open] = path.split('/');
  return shell.kind === 'phone' && root === 'm' && open === 'open' && /^[a-z][a-z0-9-]*$/.test(id ?? '') ? id : undefined;
}

/** The pages of a plug-in at their addresses in the shell that runs. */
export function routesOf(plugin: Plugin): RouteRecordRaw[] {
  const tops = new Set((plugin.menus ?? []).filter((menu) => menu.tab !== false).map((menu) => menu.to));
  return (plugin.routes ?? []).map(
    (route) =>
      ({
        path: pathTo(plugin.id, route.path),
        name: `${plugin.id}.${route.name ?? route.path}`,
        component: route.component,
        props: true,
        meta: { owner: plugin.id, title: route.title, permission: route.permission, open: shell.kind === 'phone' && route.open === true && route.path.startsWith(OPEN), full: route.full, top: tops.has(route.path) },
      }) as RouteRecordRaw,
  );
}
