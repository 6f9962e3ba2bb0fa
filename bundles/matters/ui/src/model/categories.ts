import type { Category } from './matter';

export interface CategoryGroup {
  code: string;
  category?: Category;
  members: Category[];
}

/** The two-level catalogue as groups; a category without a parent that has no members is a group of itself. */
export function groups(all: readonly Category[]): CategoryGroup[] {
  const codes = new Set(all.map((one) => one.code));
  const made = new Map<string, CategoryGroup>();
  for (const one of all) {
    if (!one.parent || !codes.has(one.parent)) {
      made.set(one.code, { code: one.code, category: one, members: [] });
    }
  }
  for (const one of all) {
    if (one.parent && codes.has(one.parent)) {
      const top = made.get(one.parent) ?? { code: one.parent, members: [] };
      made.set(one.parent, top);
      top.members.push(one);
    }
  }
  for (const group of made.values()) {
    if (group.members.length === 0 && group.category) {
      group.members.push(group.category);
    }
  }
  return [...made.values()];
}

export function nameOf(all: readonly Category[], code: string, language: string): string {
  const found = all.find((one) => one.code === code);
  return found ? inLanguage(found.name, language) : code;
}

export function inLanguage(text: { zh: string; en: string }, language: string): string {
  return language.startsWith('zh') ? text.zh : text.en;
}
