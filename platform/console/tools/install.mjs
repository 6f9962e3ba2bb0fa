// Installs the packages of the lock file, and only when the lock file changed since the last time.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(here, 'node_modules', '.ezhili-lock');
const wanted = createHash('sha256')
  .update(readFileSync(join(here, 'package-lock.json')))
  .update(process.versions.node.split('.')[0])
  .digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  console.log('front-end packages are those of package-lock.json');
} else {
  console.log('installing front-end packages …');
  const windows = process.platform === 'win32';
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: windows,
  });
  if (npm.error) {
    console.error(`npm could not be started (${npm.error.message}). It comes with Node; or build with -DskipUi.`);
  }
  if (npm.status !== 0) {
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
