import { activity, ownSignups } from './calls';
import { takesCheckIn, takesCheckOut } from './times';
import type { Activity, Shift, Signup } from './wire';

/** One of the reader's own sign-ups, with what it is for. */
export interface Turn {
  signup: Signup;
  activity: Activity;
  shift: Shift;
}

/** The reader's sign-ups, those of the latest shifts first. An activity that can't be seen any more is left out. */
export async function myTurns(): Promise<Turn[]> {
  const { items } = await ownSignups();
  const ids = [...new Set(items.map((signup) => signup.activity))];
  const found = await Promise.all(ids.map((id) => activity(id).catch(() => undefined)));
  return items
    .flatMap((signup) => {
      const of = found.find((one) => one?.id === signup.activity);
      const shift = of?.shifts.find((one) => one.id === signup.shift);
      return of && shift ? [{ signup, activity: of, shift }] : [];
    })
    .sort((a, b) => b.shift.startsAt.localeCompare(a.shift.startsAt));
}

/** What can be done at the place now. */
export function stepOf({ signup, shift }: Turn, now: Date): 'in' | 'out' | undefined {
  if (signup.state === 'seated' && takesCheckIn(shift, now)) {
    return 'in';
  }
  return signup.state === 'present' && takesCheckOut(shift, now) ? 'out' : undefined;
}
