import { expect, test } from 'vitest';
import en from '../locales/en.json';
import zh from '../locales/zh.json';
import { stored, wordIn } from './words';

const offered = ({ skills, categories }: Pick<typeof zh, 'skills' | 'categories'>) => [skills.offered.split('/'), categories.offered.split('/')];

test('each word that is offered is stored in Chinese and shown in either language', () => {
  offered(en).forEach((list, index) => {
    const chinese = offered(zh)[index]!;
    expect(list).toHaveLength(chinese.length);
    expect(list.map(stored)).toEqual(chinese);
    expect(chinese.map(stored)).toEqual(chinese);
    expect(chinese.map((word) => wordIn('en', word))).toEqual(list);
    expect(chinese.map((word) => wordIn('zh', word))).toEqual(chinese);
  });
});

test('however it is typed', () => {
  expect(stored(' first AID ')).toBe(stored('First aid'));
});

test('what is not offered stays as it is', () => {
  expect([stored(' Juggling '), wordIn('en', 'Juggling'), wordIn('zh', 'First aid'), stored('')]).toEqual(['Juggling', 'Juggling', 'First aid', '']);
});
