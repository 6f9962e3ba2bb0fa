// Checks the types of one folder's screens against the console's libraries and SDK; answers the faults found.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleDir } from './shared.mjs';

/** A plug-in has no node_modules: its imports are those of the console. */
function configuration(ui) {
  const { compilerOptions, vueCompilerOptions } = JSON.parse(readFileSync(join(consoleDir, 'tsconfig.json'), 'utf8'));
  const modules = join(consoleDir, 'node_modules');
  return {
    compilerOptions: {
      ...compilerOptions,
      paths: {
        '@ezhili/sdk': [join(consoleDir, 'sdk/index.ts')],
        leaflet: [join(modules, '@types/leaflet')],
        '*': [join(modules, '*')],
      },
    },
    vueCompilerOptions,
    include: [join(ui, 'src'), join(consoleDir, 'sdk/vue-files.d.ts')],
  };
}

export async function checkTypes(ui) {
  let project = join(consoleDir, 'tsconfig.json');
  if (ui !== consoleDir) {
    mkdirSync(join(ui, 'target'), { recursive: true });
    project = join(ui, 'target', 'tsconfig.json');
    writeFileSync(project, JSON.stringify(configuration(ui), null, 2));
  }
  const command = join(consoleDir, 'node_modules/vue-tsc/bin/vue-tsc.js');
  const run = spawn(process.execPath, [command, '--noEmit', '--pretty', 'false', '-p', project], { cwd: ui });
  let said = '';
  run.stdout.on('data', (text) => (said += text));
  run.stderr.on('data', (text) => (said += text));
  const code = await new Promise((done) => run.on('close', done));
  return code === 0 ? [] : [said.trim()];
}
