interface AreaStyle {
  fill: string;
  line: string;
  opacity: number;
}

/** How areas look on the map, by kind; the legend says it in words. */
export const KINDS = ['division', 'residential', 'dedicated', 'micro'] as const;

const STYLES: Record<string, AreaStyle> = {
  division: { fill: '#4a78a8', line: '#2c5680', opacity: 0.12 },
  residential: { fill: '#2e8b57', line: '#1b6e3c', opacity: 0.22 },
  dedicated: { fill: '#c77700', line: '#8a4b00', opacity: 0.32 },
  micro: { fill: '#8757b3', line: '#5f3a85', opacity: 0.3 },
};

export function styleOf(properties: Record<string, unknown>): AreaStyle {
  return STYLES[String(properties.kind)] ?? STYLES.division!;
}
