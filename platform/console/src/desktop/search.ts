import { pathTo, shell, useTexts } from '@ezhili/sdk';
import { wholeMenu } from './menu';

export interface Hit {
  id: string;
  title: string;
  detail: string;
  to: string;
}

const MOST_PER_MODULE = 8;

/** Pages by their names, then what the modules find. */
export async function search(text: string): Promise<Hit[]> {
  const { t } = useTexts('console');
  const wanted = text.trim();
  const pages = wholeMenu.value
    .filter((item) => item.title.toLowerCase().includes(wanted.toLowerCase()))
    .map((item) => ({ id: `page.${item.id}`, title: item.title, detail: t('search.page'), to: item.to }));
  if (!wanted) {
    return pages;
  }
  const found = await Promise.all(
    shell.plugins.map(async (plugin) => {
      // one module that can't search now doesn't keep the others from it
      const hits = await (plugin.search?.(wanted) ?? Promise.resolve([])).catch(() => []);
      return hits.slice(0, MOST_PER_MODULE).map((hit, index) => ({
        id: `${plugin.id}.${index}`,
        title: hit.title,
        detail: hit.detail ?? '',
        to: pathTo(plugin.id, hit.to),
      }));
    }),
  );
  return [...pages, ...found.flat()];
}
