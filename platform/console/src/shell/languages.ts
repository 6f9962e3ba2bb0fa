import { language, setLanguage, type Language } from '@ezhili/sdk';

/** Each language is called by its own name, whatever language is on. */
const NAMES: Record<Language, string> = { zh: '\u4e2d\u6587', en: 'English' };

export const languages = (Object.keys(NAMES) as Language[]).map((code) => ({ code, name: NAMES[code] }));

const other = (): Language => (language() === 'zh' ? 'en' : 'zh');

export const otherLanguage = (): string => NAMES[other()];

export const switchLanguage = (): void => setLanguage(other());
