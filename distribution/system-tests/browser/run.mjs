// Runs the browser tests against a demo district that it starts and stops; with EZHILI_URL against a running one.
// Arguments name test files; none means all. EZHILI_PICTURES=1 renews the pictures in docs/images instead.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDistrict } from './district.mjs';
import { target } from './house.mjs';

const pictures = process.env.EZHILI_PICTURES === '1';
const MATTERS = pictures ? 3000 : 300;
const reports = join(target, 'browser-reports');
const here = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const tests = readdirSync(here).filter((file) => file.endsWith('.test.mjs') && (named.length === 0 || named.some((name) => file.startsWith(name))));
const files = (pictures ? ['pictures.mjs'] : tests).map((file) => join(here, file));

mkdirSync(reports, { recursive: true });
const running = process.env.EZHILI_URL;
const district = running ? undefined : await startDistrict(join(target, 'demo'), { demo: MATTERS });
const run = spawn(
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
const stop = () => run.kill('SIGTERM');
process.once('SIGINT', stop).once('SIGTERM', stop);
const status = await new Promise((done) => run.once('exit', (code) => done(code ?? 1)));
await district?.stop();
// whatever people did, the district's IT finds nothing in the log that nobody can act on
const complaints = (district?.log() ?? '').split('\n').filter((line) => / (WARN|ERROR) |^\s+at \S+\(|^Caused by: /.test(line));
complaints.slice(0, 20).forEach((line) => console.error(`in the district's log: ${line}`));
process.exit(complaints.length > 0 ? 1 : status);
