/** When somebody came and went, as fields show it. */
export interface Times {
  came: string;
  went: string;
}

/**
 * What is sent for a list on paper, in turn: the server takes no arrival after the departure that it knows, and no departure before the arrival.
 * `known`: what it knows, if anything.
 */
export function noting(known: Partial<Times>, noted: Times): ('came' | 'went')[] {
  const changed = (['came', 'went'] as const).filter((one) => noted[one] !== known[one]);
  return known.went && noted.came > known.went ? changed.reverse() : changed;
}
