// Runs the browser tests against a demo district that it starts and stops; with EZHILI_URL against a running one.
// Arguments name test files; none means all.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDistrict } from './district.mjs';
import { target } from './house.mjs';

const MATTERS = 300;
const reports = join(target, 'browser-reports');
const here = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const files = readdirSync(here)
  .filter((file) => file.endsWith('.test.mjs') && (named.length === 0 || named.some((name) => file.startsWith(name))))
  .map((file) => join(here, file));

mkdirSync(reports, { recursive: true });
const running = process.env.EZHILI_URL;
const district = running ? undefined : await startDistrict(join(target, 'demo'), { demo: MATTERS });
const tests = spawn(
  process.execPath,
  [
    '--test',
    // the browser, the district and the tests share what is often two cores
    '--test-concurrency=1',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=junit',
    `--test-reporter-destination=${join(reports, 'TEST-browser.xml')}`,
    ...files,
  ],
  { stdio: 'inherit', env: { ...process.env, EZHILI_URL: running ?? district.url } },
);
const stop = () => tests.kill('SIGTERM');
process.once('SIGINT', stop).once('SIGTERM', stop);
const status = await new Promise((done) => tests.once('exit', (code) => done(code ?? 1)));
await district?.stop();
process.exit(status);
