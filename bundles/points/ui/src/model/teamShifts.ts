import { activitiesOf } from './calls';
import { span } from './span';
import { isOver } from './times';
import type { Activity, Shift, Team } from './wire';

const STREET_DIGITS = 9;

/** Seats that a team can be signed up for. */
export interface Choice {
  key: string;
  shift: string;
  skill?: string;
  title: string;
  when: string;
  left: number;
}

const choicesOf = (activity: Activity, shift: Shift): Choice[] =>
  shift.quotas.map(({ skill, seats, taken }) => ({
    key: `${shift.id} ${skill ?? ''}`,
    shift: shift.id,
    skill,
    title: activity.title,
    when: span(shift.startsAt, shift.endsAt),
    left: seats - taken,
  }));

/** What is still to come in the team's street, soonest first. */
export async function choicesFor(team: Team, now: Date): Promise<Choice[]> {
  return (await activitiesOf(team.area.slice(0, STREET_DIGITS)))
    .filter((activity) => activity.state === 'published')
    .flatMap((activity) => activity.shifts.filter((shift) => !isOver(shift, now)).map((shift) => ({ activity, shift })))
    .sort((a, b) => a.shift.startsAt.localeCompare(b.shift.startsAt))
    .flatMap(({ activity, shift }) => choicesOf(activity, shift));
}
