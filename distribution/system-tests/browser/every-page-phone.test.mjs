import { test } from 'node:test';
import { useBrowser } from './browser.mjs';
import { everyPageOf, LOOKS, walkOpen, WAYS } from './every-page.mjs';

useBrowser();

for (const [way, options] of Object.entries({ ...WAYS, ...LOOKS })) {
  test(`every page that is open to everybody, as nobody, ${way}`, (t) => walkOpen(t, options));
}

everyPageOf('phone');
