import type { Language } from '@ezhili/sdk';
import en from '../locales/en.json';
import zh from '../locales/zh.json';

const listOf = ({ skills, categories }: Pick<typeof zh, 'skills' | 'categories'>) => [...skills.offered.split('/'), ...categories.offered.split('/')];
const CHINESE = listOf(zh);
const ENGLISH = listOf(en);

/**
 * Skills and categories are stored in Chinese, whatever screen they were chosen on: otherwise the same ones would not meet. What is not offered is
 * stored as it was typed.
 */
export function stored(word: string): string {
  const typed = word.trim();
  return CHINESE[ENGLISH.findIndex((one) => one.toLowerCase() === typed.toLowerCase())] ?? typed;
}

/** What a screen shows for what is stored. */
export function wordIn(language: Language, word: string): string {
  return (language === 'en' ? ENGLISH[CHINESE.indexOf(word)] : undefined) ?? word;
}
