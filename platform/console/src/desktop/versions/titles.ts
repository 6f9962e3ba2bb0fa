import { localText, type LocalText } from '@ezhili/sdk';

export type Titles = Record<string, LocalText>;

/** What a module is called; its id when nobody has told. */
export const titleIn = (titles: Titles, id: string) => localText(titles[id] ?? { zh: id, en: id });

/** A step in words' parts: a dash for the version of a module that is not there before, or after. */
export const stepIn = (titles: Titles, { module, from, to }: { module: string; from: string; to: string }) => ({ module: titleIn(titles, module), from: from || '–', to: to || '–' });
