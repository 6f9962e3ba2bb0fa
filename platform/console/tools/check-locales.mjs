// Holds a folder's texts to the rules: every key in zh and en with the same placeholders, none missing, none unused,
// and no Chinese outside the locale files. node check-locales.mjs <folder>; as a module: checkLocales(folder) → faults.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './stamp.mjs';

const CHINESE = /[\u3400-\u9fff\uff01-\uff5e\u3001\u3002\u300a-\u300d]/;
const CALL = /(?<![\w$])\$?t\(\s*(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g;
const TITLE = /(?<![\w$-])title:\s*(['"])([^'"\n]+)\1/g;

function flatten(tree, prefix = '', into = new Map()) {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'object' && value !== null) {
      flatten(value, `${prefix}${name}.`, into);
    } else {
      into.set(prefix + name, String(value));
    }
  }
  return into;
}

/** Blanks comments, keeping line numbers, so that prose in them is neither a text nor a use. */
function withoutComments(source) {
  const blank = (text) => text.replace(/[^\n]/g, ' ');
  return source
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|[\s;{}(),])\/\/[^\n]*/g, (text, before) => before + blank(text.slice(before.length)));
}

const placeholders = (text) => [...text.matchAll(/\{\s*([\w]+)\s*\}/g)].map((match) => match[1]).sort().join(',');
const lineOf = (source, index) => source.slice(0, index).split('\n').length;

/** One folder of sources with its `locales/zh.json` and `locales/en.json`. */
function checkFolder(root, source) {
  const faults = [];
  const locale = (language) => join(source, 'locales', `${language}.json`);
  const name = (file) => relative(root, file);
  if (!existsSync(locale('zh')) || !existsSync(locale('en'))) {
    return [`${name(source)}/locales: zh.json and en.json are needed`];
  }
  const zh = flatten(JSON.parse(readFileSync(locale('zh'), 'utf8')));
  const en = flatten(JSON.parse(readFileSync(locale('en'), 'utf8')));

  for (const [key, text] of zh) {
    if (!en.has(key)) {
      faults.push(`${name(locale('en'))}: "${key}" is missing`);
    } else if (placeholders(text) !== placeholders(en.get(key))) {
      faults.push(`${name(locale('en'))}: "${key}" has other placeholders than in zh`);
    }
  }
  for (const [key, text] of en) {
    if (!zh.has(key)) {
      faults.push(`${name(locale('zh'))}: "${key}" is missing`);
    }
    if (CHINESE.test(text)) {
      faults.push(`${name(locale('en'))}: "${key}" is Chinese`);
    }
  }

  const sources = [];
  const known = (key) => zh.has(key);
  const begins = (prefix) => [...zh.keys()].some((key) => key.startsWith(prefix));
  for (const file of files(source).filter((path) => /\.(ts|vue)$/.test(path) && !/\.test\.ts$/.test(path))) {
    const text = withoutComments(readFileSync(file, 'utf8'));
    text.split('\n').forEach((line, index) => {
      if (CHINESE.test(line)) {
        faults.push(`${name(file)}:${index + 1}: Chinese text belongs into locales/zh.json`);
      }
    });
    sources.push(text);
    for (const match of text.matchAll(CALL)) {
      const hole = match[1] === '`' ? match[2].indexOf('${') : -1;
      const fault = hole < 0 ? !known(match[2]) : hole > 0 && !begins(match[2].slice(0, hole));
      if (fault) {
        faults.push(`${name(file)}:${lineOf(text, match.index)}: no text for "${match[2]}"`);
      }
    }
    if (/(?:desktop|phone)\.ts$/.test(file)) {
      for (const match of text.matchAll(TITLE)) {
        if (!known(match[2])) {
          faults.push(`${name(file)}:${lineOf(text, match.index)}: no text for "${match[2]}"`);
        }
      }
    }
  }
  // used: it stands somewhere in quotes, or begins with what a text is put together from
  const everything = sources.join('\n');
  const prefixes = [...everything.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1]);
  for (const key of zh.keys()) {
    const used = everything.includes(`'${key}'`) || everything.includes(`"${key}"`) || prefixes.some((prefix) => key.startsWith(prefix));
    if (!used) {
      faults.push(`${name(locale('zh'))}: "${key}" is used nowhere`);
    }
  }
  return faults;
}

/** Faults in the texts of a plug-in's folder, or of the console itself (its shells and its SDK). */
export function checkLocales(folder) {
  const root = resolve(folder);
  const sources = ['src', 'sdk'].map((part) => join(root, part)).filter(existsSync);
  return sources.flatMap((source) => checkFolder(root, source));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkLocales(process.argv[2] ?? '.');
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
}
