import { shallowReactive, type Component } from 'vue';
import type { Language, Messages } from './texts';

/** A page. It stands at `/app/<id>/<path>` on the desktop and `/m/<id>/<path>` on the phone; path parameters are its props. */
export interface PluginRoute {
  /** Relative, e.g. `matters/:id`; '' is the module's front page. */
  path: string;
  /** The route is then called `<id>.<name>`. */
  name?: string;
  component: Component | (() => Promise<unknown>);
  /** Key of the page's heading in the plug-in's texts; the shell shows it as h1. */
  title: string;
  /** Who hasn't it sees the page "not for you". */
  permission?: string;
  /** Seen without being signed in too (phone); its path then begins with `open/`. */
  open?: boolean;
  /** The page fills the window without margins, e.g. a map (desktop). */
  full?: boolean;
}

/** An entry of the side menu (desktop) or of the tab bar (phone). */
export interface PluginMenu {
  title: string;
  /** An icon component, e.g. of @element-plus/icons-vue (desktop); or the name of a Vant icon (phone). */
  icon?: Component | string;
  /** The path of one of the plug-in's routes. */
  to: string;
  /** Smaller comes first; the platform's own pages begin at 900. */
  order?: number;
  permission?: string;
  /** Desktop: `g` then this letter goes there. */
  key?: string;
  /** A number shown beside the entry, e.g. what waits; asked for each minute. */
  count?: () => Promise<number>;
  /** Phone: false puts it on the "me" page instead of the tab bar, which has room for three. */
  tab?: boolean;
}

/** A panel for a place that the shell or another module offers. */
export interface PluginSlot {
  /** `home`, or `<module>.<place>` as that module's documentation says. */
  slot: string;
  /** Gets the place's `context` as a prop. */
  component: Component | (() => Promise<unknown>);
  order?: number;
  permission?: string;
}

export interface SearchHit {
  title: string;
  detail?: string;
  /** Path of one of the plug-in's routes. */
  to: string;
}

/** What a module adds to a shell. */
export interface Plugin {
  id: string;
  locales: Record<Language, Messages>;
  routes?: PluginRoute[];
  menus?: PluginMenu[];
  slots?: PluginSlot[];
  /** Answers to the search field of the desktop. */
  search?: (text: string) => Promise<SearchHit[]>;
}

/** The default export of a module's `desktop.ts` or `phone.ts`. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

export type ShellKind = 'desktop' | 'phone';

export interface LoadedPlugin extends Plugin {
  version: string;
}

/** The shell that runs and what plugged into it. */
export const shell = shallowReactive({
  kind: 'desktop' as ShellKind,
  plugins: [] as LoadedPlugin[],
});

/** Address of a page of a plug-in in the shell that runs: `pathTo('matters', 'matters/42')`. */
export function pathTo(id: string, path = ''): string {
  const base = `${shell.kind === 'desktop' ? '/app' : '/m'}/${id}`;
  return path ? `${base}/${path.replace(/^\//, '')}` : base;
}
