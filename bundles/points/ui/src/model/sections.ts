/** The one of the pages side by side that an open address belongs to: itself, or the nearest above it. Paths begin with a slash. */
export function sectionOf(pages: readonly string[], path: string): string | undefined {
  return pages.filter((page) => path === page || path.startsWith(`${page}/`)).sort((a, b) => b.length - a.length)[0];
}
