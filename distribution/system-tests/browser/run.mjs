// Runs the browser tests against demo districts that it starts and stops, each at work on the next file that nobody has taken; with
// EZHILI_URL against a running one. Arguments name test files; none means all. EZHILI_PICTURES=1 renews the pictures in docs/images instead.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDistrict } from './district.mjs';
import { target } from './house.mjs';

const pictures = process.env.EZHILI_PICTURES === '1';
const MATTERS = pictures ? 3000 : 300;
// a browser, a district and the tests keep two cores busy; more than three of each would want more memory than many have
const CORES = 2;
const MOST = 3;
const running = process.env.EZHILI_URL;
const reports = join(target, 'browser-reports');
const here = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const tests = readdirSync(here).filter((file) => file.endsWith('.test.mjs') && (named.length === 0 || named.some((name) => file.startsWith(name))));
const files = pictures ? ['pictures.mjs'] : tests;
// whatever goes through every page takes longest and comes first, so that the others fill what is left
const waiting = files.sort((a, b) => b.startsWith('every-page') - a.startsWith('every-page') || statSync(join(here, b)).size - statSync(join(here, a)).size);

if (waiting.length === 0) {
  console.error(`There is no file of tests whose name begins with ${named.join(' or ')}.`);
  process.exit(2);
}
mkdirSync(reports, { recursive: true });
const hands = running ? 1 : Math.max(1, Math.min(Math.floor(availableParallelism() / CORES), MOST, waiting.length));
const districts = running ? [] : await Promise.all(Array.from({ length: hands }, (_, n) => startDistrict(join(target, `demo-${n + 1}`), { demo: MATTERS })));
const children = new Set();
const stop = () => {
  waiting.length = 0;
  children.forEach((child) => child.kill('SIGTERM'));
};
process.once('SIGINT', stop).once('SIGTERM', stop);

/** One file of tests; what it says is shown when it has ended, so that two don't talk at once. */
function run(file, url) {
  const report = join(reports, `TEST-${basename(file, '.test.mjs')}.xml`);
  const options = ['--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=junit', `--test-reporter-destination=${report}`];
  const child = spawn(process.execPath, [...options, join(here, file)], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EZHILI_URL: url } });
  const said = [];
  child.stdout.on('data', (text) => said.push(text));
  child.stderr.on('data', (text) => said.push(text));
  children.add(child);
  return new Promise((done) =>
    child.once('close', (code) => {
      children.delete(child);
      console.log(`== ${file}\n${Buffer.concat(said)}`);
      done(code ?? 1);
    }),
  );
}

async function work(url) {
  let worst = 0;
  while (waiting.length > 0) {
    worst = Math.max(worst, await run(waiting.shift(), url));
  }
  return worst;
}

const statuses = await Promise.all((running ? [running] : districts.map(({ url }) => url)).map(work));
await Promise.all(districts.map((district) => district.stop()));
// whatever people did, the district's IT finds nothing in the log that nobody can act on
const complaints = districts.flatMap((district) => district.log().split('\n')).filter((line) => / (WARN|ERROR) |^\s+at \S+\(|^Caused by: /.test(line));
complaints.slice(0, 20).forEach((line) => console.error(`in the district's log: ${line}`));
process.exit(complaints.length > 0 ? 1 : Math.max(...statuses));
