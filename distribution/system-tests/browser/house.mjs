import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the sources. */
export const house = fileURLToPath(new URL('../../../', import.meta.url));

/** What these tests make: districts, reports, pictures of failures. */
export const target = fileURLToPath(new URL('target/', import.meta.url));

/** The house has one lock file for JavaScript; the browser and axe come from there. */
export const fromConsole = createRequire(join(house, 'platform/console/package.json'));
