// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLocales } from '../tools/check-locales.mjs';

describe('the check of texts', () => {
  let folder;
  const write = (zh, en, source) => {
    writeFileSync(join(folder, 'src/locales/zh.json'), JSON.stringify(zh));
    writeFileSync(join(folder, 'src/locales/en.json'), JSON.stringify(en));
    writeFileSync(join(folder, 'src/Page.vue'), source);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ezhili-locales-'));
    mkdirSync(join(folder, 'src/locales'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is content with texts that are there, alike and used', () => {
    write({ a: '\u7532 {n}', s: { x: '\u4e59' } }, { a: 'A {n}', s: { x: 'B' } }, "<p>{{ t('a', { n }) }}{{ t(`s.${x}`) }}</p>");
    expect(checkLocales(folder)).toEqual([]);
  });

  it.each([
    ['a text that is missing in en', { a: 'x', b: 'x' }, { a: 'x' }, "t('a') t('b')", '"b" is missing'],
    ['a text that is missing in zh', { a: 'x' }, { a: 'x', b: 'x' }, "t('a')", '"b" is missing'],
    ['a text that nobody uses', { a: 'x', b: 'x' }, { a: 'x', b: 'x' }, "t('a')", '"b" is used nowhere'],
    ['a text that is only named in a comment', { a: 'x' }, { a: 'x' }, "/* t('a') */", '"a" is used nowhere'],
    ['a use of a text that is not there', { a: 'x' }, { a: 'x' }, "t('a') t('gone')", 'no text for "gone"'],
    ['a use of a group that is not there', { a: 'x' }, { a: 'x' }, "t('a') t(`gone.${x}`)", 'no text for'],
    ['other placeholders in en', { a: '{n}' }, { a: '{m}' }, "t('a')", 'other placeholders'],
    ['Chinese in the source', { a: 'x' }, { a: 'x' }, "t('a') <b>\u4e8b</b>", 'Chinese text belongs'],
    ['Chinese in en', { a: 'x' }, { a: '\u4e8b' }, "t('a')", '"a" is Chinese'],
  ])('finds %s', (_what, zh, en, source, expected) => {
    write(zh, en, source);
    expect(checkLocales(folder).join('\n')).toContain(expected);
  });

  it('lets Chinese stand in comments', () => {
    write({ a: 'x' }, { a: 'x' }, "t('a') // \u4e8b\n<!-- \u4e8b -->");
    expect(checkLocales(folder)).toEqual([]);
  });

  it('asks for both files', () => {
    rmSync(join(folder, 'src/locales'), { recursive: true });
    expect(checkLocales(folder)).toHaveLength(1);
  });
});
