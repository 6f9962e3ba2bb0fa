// Runs the unit tests of the SDK and the tools, unless Maven was told -DskipTests.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { consoleDir } from './shared.mjs';

const skip = process.argv[2];
if (skip !== undefined && skip !== 'false' && !skip.startsWith('$')) {
  console.log('tests are skipped');
} else {
  const run = spawnSync(process.execPath, [join(consoleDir, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=junit', '--outputFile.junit=target/vitest-reports/TEST-console.xml'], { cwd: consoleDir, stdio: 'inherit', env: { ...process.env, NO_COLOR: '1' } });
  process.exit(run.status ?? 1);
}
