// Builds one module's screens: node build-ui.mjs <bundles/x/ui> → <bundles/x/ui>/target/web/{desktop,phone}.{js,css}
import './node-version.mjs';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLocales } from './check-locales.mjs';
import { checkTypes } from './check-types.mjs';
import { bundle } from './shared.mjs';
import { unchanged, remember } from './stamp.mjs';

const ui = resolve(process.argv[2] ?? '.');
const out = join(ui, 'target', 'web');
const shells = ['desktop', 'phone'].filter((shell) => existsSync(join(ui, 'src', `${shell}.ts`)));
if (shells.length === 0) {
  console.error(`${ui}: neither src/desktop.ts nor src/phone.ts, so there is nothing to show in either shell.`);
  process.exit(1);
}
if (unchanged(ui, out)) {
  console.log('screens are up to date');
  process.exit(0);
}

const faults = [...checkLocales(ui), ...(await checkTypes(ui))];
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const shell of shells) {
  await bundle({ root: ui, entry: join(ui, 'src', `${shell}.ts`), out, name: shell });
  if (!existsSync(join(out, `${shell}.css`))) {
    writeFileSync(join(out, `${shell}.css`), '');
  }
}
remember(ui, out);
console.log(`built ${shells.join(' and ')}`);
