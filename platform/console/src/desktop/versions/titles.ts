import { localText, type LocalText } from '@ezhili/sdk';

export type Titles = Record<string, LocalText>;

/** What a module is called; its id when nobody has told. */
export const titleIn = (titles: Titles, id: string) => localText(titles[id] ?? { zh: id, en: id });
