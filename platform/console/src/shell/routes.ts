import { pathTo, type Plugin } from '@ezhili/sdk';
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
        meta: { owner: plugin.id, title: route.title, permission: route.permission, full: route.full, top: tops.has(route.path) },
      }) as RouteRecordRaw,
  );
}
