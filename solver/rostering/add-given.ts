import { createCalendar } from './calendar.ts';
import { GIVEN_FIELDS, parseGiven } from './parse-given.ts';
import type { RosterProblem } from './problem.ts';
import { readObject } from './read-json.ts';
import { refuseContradictions } from './refuse-contradictions.ts';

/**
 * A problem with what is already decided or announced: `options`, `fixed`, `begun`, `activities` and `published` as
 * they stand in a problem's JSON, in place of those it had.
 *
 * @throws RangeError as `parseProblem` does
 */
export function addGiven(problem: RosterProblem, given: unknown): RosterProblem {
	const {
		options: _options,
		fixed: _fixed,
		begun: _begun,
		activities: _activities,
		published: _published,
		...others
	} = problem;
	const { horizon, intervalMinutes: interval, shifts, agents } = others;
	const calendar = createCalendar(horizon.start, horizon.days);
	const root = readObject(given, 'given', [...GIVEN_FIELDS]);
	const next: RosterProblem = { ...others, ...parseGiven(root, { interval, calendar, shifts, agents }) };
	refuseContradictions(next, calendar);
	return next;
}
