/** OSGi versions: three numbers, then a word. Negative when the first is lower. */
export function compare(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.')) as [string[], string[]];
  for (let part = 0; part < 3; part++) {
    const difference = Number(left[part] ?? 0) - Number(right[part] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return (left[3] ?? '').localeCompare(right[3] ?? '');
}
