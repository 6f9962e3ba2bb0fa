/** What a browser remembers of its reader's taste. A browser that forbids storage merely forgets. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`ezhili.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`ezhili.${name}`, value);
  } catch {
    // private windows may refuse; the choice then lasts as long as the page
  }
}
