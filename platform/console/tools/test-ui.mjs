// Runs the unit tests of one module's screens (src/**/*.test.ts): node test-ui.mjs <bundles/x/ui> [skip]
import './node-version.mjs';
import { join, resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import { consoleDir } from './shared.mjs';

const ui = resolve(process.argv[2] ?? '.');
const skip = process.argv[3];
if (skip !== undefined && skip !== 'false' && !skip.startsWith('$')) {
  console.log('tests are skipped');
} else {
  const modules = join(consoleDir, 'node_modules');
  const vitest = await createVitest(
    'test',
    { root: ui, config: false, watch: false, include: ['src/**/*.test.ts'], reporters: [['default', { summary: false }], ['junit', { outputFile: join(ui, 'target/vitest-reports/TEST-screens.xml') }]], environment: 'node' },
    {
      configFile: false,
      resolve: { alias: { '@ezhili/sdk': join(consoleDir, 'sdk/index.ts'), vue: join(modules, 'vue'), vitest: join(modules, 'vitest') } },
      server: { fs: { strict: false } },
    },
  );
  await vitest.start();
  await vitest.close();
}
