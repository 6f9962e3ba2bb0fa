import { createI18n } from 'vue-i18n';
import en from './locales/en.json';
import zh from './locales/zh.json';
import { kept, keep } from './preferences';

/** The languages of the house; Chinese comes first. */
export type Language = 'zh' | 'en';

/** A text in each language, as the server sends names of modules and categories. */
export interface LocalText {
  zh: string;
  en: string;
}

export type Messages = { [key: string]: string | Messages };

function preferred(): Language {
  const chosen = kept('language');
  if (chosen === 'zh' || chosen === 'en') {
    return chosen;
  }
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export const i18n = createI18n({
  legacy: false,
  locale: preferred(),
  fallbackLocale: 'zh',
  warnHtmlMessage: false,
  messages: { zh: { sdk: zh }, en: { sdk: en } } as Record<string, Messages>,
});

const composer = i18n.global as unknown as {
  locale: { value: string };
  t(key: string, named: Record<string, unknown>): string;
  te(key: string): boolean;
  mergeLocaleMessage(locale: string, messages: Messages): void;
};

/** What screens are written in now; reactive. */
export function language(): Language {
  return composer.locale.value === 'en' ? 'en' : 'zh';
}

export function setLanguage(next: Language): void {
  composer.locale.value = next;
  keep('language', next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** Adds a plug-in's texts under its id. */
export function addTexts(id: string, locales: Record<Language, Messages>): void {
  composer.mergeLocaleMessage('zh', { [id]: locales.zh });
  composer.mergeLocaleMessage('en', { [id]: locales.en });
}

export interface Texts {
  /** The text of a key of the plug-in's own locale files, with its placeholders filled. */
  t(key: string, values?: Record<string, unknown>): string;
  /** Whether there is such a text. */
  has(key: string): boolean;
}

/** The texts of a plug-in: `const { t } = useTexts('matters')`, then `t('inbox.title')`. */
export function useTexts(id: string): Texts {
  return {
    t: (key, values) => composer.t(`${id}.${key}`, values ?? {}),
    has: (key) => composer.te(`${id}.${key}`),
  };
}

/** The one of the server's two texts that the reader reads; reactive in templates. */
export function localText(text: LocalText | null | undefined): string {
  return text ? text[language()] || text.zh : '';
}
