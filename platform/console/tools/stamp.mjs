// Whether a build would give what it gave the last time: the sources, this tool chain and its lock are the same.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleDir } from './shared.mjs';

const INPUTS = ['src', 'sdk', 'lib', 'tools', 'package-lock.json', 'tsconfig.json'];

export function files(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path).sort().flatMap((name) => files(join(path, name)));
}

function fingerprint(folder) {
  const hash = createHash('sha256');
  const ours = folder === consoleDir ? [] : ['sdk', 'tools', 'package-lock.json', 'tsconfig.json'].map((part) => join(consoleDir, part));
  for (const file of [...INPUTS.map((part) => join(folder, part)), ...ours].flatMap(files)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stamp = (folder) => join(folder, 'target', 'ui.stamp');

export function unchanged(folder, out) {
  return existsSync(out) && existsSync(stamp(folder)) && readFileSync(stamp(folder), 'utf8') === fingerprint(folder);
}

export function remember(folder) {
  mkdirSync(join(folder, 'target'), { recursive: true });
  writeFileSync(stamp(folder), fingerprint(folder));
}
