// Builds the shared libraries, the SDK and the two shells into target/web.
import './node-version.mjs';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkLocales } from './check-locales.mjs';
import { checkTypes } from './check-types.mjs';
import { bundle, consoleDir, SHARED } from './shared.mjs';
import { remember, unchanged } from './stamp.mjs';
import { ownFonts } from './own-fonts.mjs';

const out = join(consoleDir, 'target', 'web');
if (unchanged(consoleDir, out)) {
  console.log('shells are up to date');
  process.exit(0);
}
const faults = [...checkLocales(consoleDir), ...(await checkTypes(consoleDir))];
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

rmSync(out, { recursive: true, force: true });
const lib = join(out, 'lib');
mkdirSync(lib, { recursive: true });
for (const [specifier, address] of Object.entries(SHARED)) {
  const name = address.slice(address.lastIndexOf('/') + 1, -'.js'.length);
  await bundle({
    root: consoleDir,
    entry: join(consoleDir, 'lib', `${name}.ts`),
    out: lib,
    name,
    inside: [specifier],
    plugins: name === 'vant' ? [ownFonts()] : [],
  });
}
for (const shell of ['desktop', 'phone']) {
  await bundle({ root: consoleDir, entry: join(consoleDir, 'src', `${shell}.ts`), out, name: shell });
}
for (const file of readdirSync(join(consoleDir, 'src', 'static'))) {
  copyFileSync(join(consoleDir, 'src', 'static', file), join(out, file));
}
remember(consoleDir);
console.log('built libraries and shells');
