// Colours as #rrggbb, and whether one can be read on another (WCAG 2.1, 1.4.3).
export const WHITE = '#ffffff';
export const BLACK = '#000000';
export const LEAST_CONTRAST = 4.5;

const parts = (colour: string): number[] => [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** `part` of `other` and the rest of `colour`. */
export function mix(colour: string, other: string, part: number): string {
  const into = parts(other);
  return `#${parts(colour)
    .map((value, index) => Math.round(value * (1 - part) + (into[index] ?? 0) * part).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The colour, made lighter on a dark ground and darker on a light one until it can be read; one that can be is left as it is. */
export function legible(colour: string, ground: string): string {
  const end = luminance(ground) < 0.18 ? WHITE : BLACK;
  for (let part = 0; part < 1; part += 0.04) {
    const nearer = mix(colour, end, part);
    if (contrast(nearer, ground) >= LEAST_CONTRAST) {
      return nearer;
    }
  }
  return end;
}
