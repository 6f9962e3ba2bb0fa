import { describe, i18n, notify, page, session } from '@ezhili/sdk';
import { reactive, watchEffect, type App } from 'vue';
import { isNavigationFailure, type RouteLocationNormalized, type Router } from 'vue-router';
import { look, wearLook } from './look';
import { loadOpen, loadPlugins, watchRegistry } from './registry';
import { openModule } from './routes';

/** A fault that leaves nothing to show but itself. */
export const trouble = reactive({ failure: null as unknown, at: '' });

export interface Places {
  home: string;
  signIn: string;
  setUp: string;
}

const here = (to: RouteLocationNormalized) => encodeURIComponent(to.fullPath);

/** Only addresses of our own pages are gone to after signing in. */
export function safeNext(next: unknown, home: string): string {
  return typeof next === 'string' && /^\/(?!\/)[^\\]*$/.test(next) ? next : home;
}

function guard(router: Router, places: Places): void {
  let enteredAs: string | undefined;
  router.beforeEach(async (to) => {
    if (!session.state.known) {
      await session.load();
    }
    if (to.meta.open) {
      return true;
    }
    const module = openModule(to.path);
    if (module) {
      await loadOpen(module, router);
      // an address that is no page of the module is told to be none: signing in would not make it one
      return router.resolve(to.fullPath).meta.open ? to.fullPath : true;
    }
    const me = session.me;
    if (!me) {
      return to.path === places.home ? places.signIn : `${places.signIn}?next=${here(to)}`;
    }
    if (enteredAs === undefined) {
      await loadPlugins(router);
      enteredAs = me.account;
      return to.fullPath;
    }
    if (enteredAs !== me.account) {
      // somebody else: their modules may be other ones
      location.assign(to.fullPath);
      return false;
    }
    return true;
  });
  router.onError((failure, to) => {
    trouble.failure = failure;
    trouble.at = to.fullPath;
  });
  router.afterEach((_to, _from, failure) => {
    if (!isNavigationFailure(failure)) {
      trouble.failure = null;
    }
  });
  session.onEnd(() => {
    const open = router.currentRoute.value;
    if (!open.meta.open) {
      void router.replace(session.state.expired ? `${places.signIn}?next=${here(open)}` : places.signIn);
    }
  });
}

/** The heading of the open page, in the reader's language. */
export function headingOf(route: RouteLocationNormalized): string {
  if (page.heading) {
    return page.heading;
  }
  const { owner, title } = route.meta;
  return title ? (i18n.global as unknown as { t(key: string): string }).t(`${owner}.${title}`) : '';
}

/** Ties session, plug-ins and router together and shows the app. */
export async function open(app: App, router: Router, places: Places, product: () => string): Promise<void> {
  guard(router, places);
  app.config.errorHandler = (failure) => {
    console.error(failure);
    notify.problem(failure);
  };
  window.addEventListener('unhandledrejection', (event) => {
    console.error(describe(event.reason).text, event.reason);
    notify.problem(event.reason);
    event.preventDefault();
  });
  watchEffect(() => {
    const heading = headingOf(router.currentRoute.value);
    const name = look.name ?? product();
    document.title = heading ? `${heading} · ${name}` : name;
  });
  wearLook();
  app.use(i18n).use(router).mount('#app');
  watchRegistry();
}
