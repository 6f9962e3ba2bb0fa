// Starts the assembled distribution as one process, the way ./run does, with ports and a data folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { house } from './house.mjs';

const PATIENCE = 180_000;
const POLL = 300;
const ARCHIVES = join(house, 'distribution/assembly/target');
// a test's node lives for minutes: quick to start matters more than quick in the long run
const QUICK_START = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

function archive() {
  const name = existsSync(ARCHIVES) ? readdirSync(ARCHIVES).find((file) => file.endsWith('.tar.gz')) : undefined;
  if (!name) {
    throw new Error(`build distribution/assembly first; there is no archive in ${ARCHIVES}`);
  }
  return join(ARCHIVES, name);
}

function unpack(home) {
  mkdirSync(home, { recursive: true });
  const run = spawnSync('tar', ['-xzf', archive(), '-C', home, '--strip-components=1']);
  if (run.status !== 0) {
    throw new Error(`the archive could not be unpacked: ${run.stderr}`);
  }
}

function addDemo(home) {
  const [version] = readdirSync(join(home, 'system/org/ezhili/org.ezhili.distribution.demo'));
  appendFileSync(join(home, 'etc/startup.properties'), `mvn\\:org.ezhili/org.ezhili.distribution.demo/${version} = 90\n`);
}

const isUp = (url) =>
  fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  );

function isLoaded(progress) {
  const text = existsSync(progress) ? readFileSync(progress, 'utf8') : '';
  if (text.startsWith('failed')) {
    throw new Error(text);
  }
  return text.startsWith('100 ');
}

/**
 * A running district. `demo`: so many past matters; 0: nobody and nothing is in it but the first administrator's link. `prepare`: what is
 * done to its home before it starts.
 */
export async function startDistrict(folder, { demo = 0, prepare = () => undefined } = {}) {
  const [home, data] = [join(folder, 'runtime'), join(folder, 'data')];
  const [port, shellPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const progress = join(data, 'progress');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  unpack(home);
  if (demo > 0) {
    addDemo(home);
  }
  prepare(home);
  const options = demo > 0 ? ` -Dezhili.demo=true -Dezhili.demo.matters=${demo} -Dezhili.demo.progress=${progress}` : '';
  const said = openSync(join(data, 'console.log'), 'a');
  const node = spawn(join(home, 'bin/karaf'), ['server'], {
    stdio: ['ignore', said, said],
    env: {
      ...process.env,
      // one process, so that ending it ends the node
      KARAF_EXEC: 'exec',
      EZHILI_DATA: data,
      EZHILI_HTTP_PORT: String(port),
      EZHILI_SSH_PORT: String(shellPort),
      EXTRA_JAVA_OPTS: QUICK_START + options,
    },
  });
  const ended = new Promise((done) => node.once('exit', done));

  async function until(what, condition) {
    const end = Date.now() + PATIENCE;
    while (!(await condition())) {
      if (node.exitCode !== null || Date.now() > end) {
        node.kill('SIGKILL');
        throw new Error(`${what} was waited for in vain; see ${data}`);
      }
      await pause(POLL);
    }
  }

  await until('/health', () => isUp(url));
  if (demo > 0) {
    await until('the demo district', () => isLoaded(progress));
  }
  return {
    url,
    /** Path and query that make the first administrator; undefined when there are accounts. */
    setupLink: () => (existsSync(join(data, 'setup-link')) ? readFileSync(join(data, 'setup-link'), 'utf8').trim() : undefined),
    log: () => readFileSync(join(data, 'karaf/log/karaf.log'), 'utf8'),
    stop: async () => {
      node.kill('SIGTERM');
      const late = setTimeout(() => node.kill('SIGKILL'), 60_000);
      await ended;
      clearTimeout(late);
    },
  };
}
