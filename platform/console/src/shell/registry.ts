import { addTexts, api, session, shell, type LoadedPlugin, type Plugin } from '@ezhili/sdk';
import { reactive } from 'vue';
import type { Router } from 'vue-router';
import { routesOf } from './routes';

interface Entry {
  id: string;
  version: string;
  base: string;
  desktop: boolean;
  phone: boolean;
  desktopStyle?: boolean;
  phoneStyle?: boolean;
}

interface Broken {
  id: string;
  version: string;
  reason: string;
}

const REGISTRY = '/ui/registry.json';
const INTERVAL_MILLIS = 30_000;

/** What became of the modules' screens. */
export const registry = reactive({
  ready: false,
  /** Modules came, went or changed since this page was loaded. */
  outdated: false,
  broken: [] as Broken[],
});

let loaded = '';
let loading: Promise<void> | undefined;

const read = async (): Promise<Entry[]> => (await api.get<{ items: Entry[] }>(REGISTRY)).items;
const print = (entries: Entry[]): string =>
  entries
    .map((entry) => `${entry.id} ${entry.version} ${entry.base}`)
    .sort()
    .join('\n');

function dress(address: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}

async function plugIn(entry: Entry, router: Router): Promise<void> {
  const base = entry.base.endsWith('/') ? entry.base : `${entry.base}/`;
  try {
    const { default: plugin } = (await import(/* @vite-ignore */ `${base}${shell.kind}.js`)) as { default: Plugin };
    if (plugin?.id !== entry.id) {
      throw new Error(`it calls itself "${plugin?.id}"`);
    }
    if (entry[`${shell.kind}Style`] !== false) {
      dress(`${base}${shell.kind}.css`);
    }
    addTexts(plugin.id, plugin.locales);
    routesOf(plugin).forEach((route) => router.addRoute(route));
    const whole: LoadedPlugin = { ...plugin, version: entry.version };
    shell.plugins = [...shell.plugins, whole];
  } catch (failure) {
    console.error(`screens of ${entry.id} ${entry.version} could not be loaded`, failure);
    registry.broken.push({ id: entry.id, version: entry.version, reason: failure instanceof Error ? failure.message : String(failure) });
  }
}

const opened = new Map<string, Promise<boolean>>();

async function plugInOpen(id: string, router: Router): Promise<boolean> {
  try {
    const { default: plugin } = (await import(/* @vite-ignore */ `/ui/${id}/${shell.kind}.js`)) as { default: Plugin };
    dress(`/ui/${id}/${shell.kind}.css`);
    addTexts(plugin.id, plugin.locales);
    routesOf(plugin)
      .filter((route) => route.meta?.open)
      .forEach((route) => router.addRoute(route));
    return true;
  } catch (failure) {
    console.error(`open pages of ${id} could not be loaded`, failure);
    return false;
  }
}

/** Loads those pages of one module that are seen without being signed in: the list of modules is only for who is. */
export function loadOpen(id: string, router: Router): Promise<boolean> {
  const loading = opened.get(id) ?? plugInOpen(id, router);
  opened.set(id, loading);
  return loading;
}

async function loadAll(router: Router): Promise<void> {
  const entries = await read();
  const mine = entries.filter((entry) => entry[shell.kind] && entry.id !== 'console');
  await Promise.all(mine.map((entry) => plugIn(entry, router)));
  loaded = print(entries);
  registry.ready = true;
}

/** Loads the screens of the modules that are on for the signed-in person; what one of them gets wrong stays with it. */
export function loadPlugins(router: Router): Promise<void> {
  loading ??= loadAll(router).catch((failure: unknown) => {
    loading = undefined;
    throw failure;
  });
  return loading;
}

async function look(): Promise<void> {
  if (!registry.ready || registry.outdated || !session.me || document.visibilityState !== 'visible') {
    return;
  }
  try {
    registry.outdated = print(await read()) !== loaded;
  } catch {
    // the next look comes in half a minute
  }
}

/** Notices a module's new version while the page is open. */
export function watchRegistry(): void {
  setInterval(() => void look(), INTERVAL_MILLIS);
  document.addEventListener('visibilitychange', () => void look());
  window.addEventListener('focus', () => void look());
}
