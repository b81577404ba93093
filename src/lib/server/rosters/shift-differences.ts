import type { RosterComparison } from '#lib/contracts/roster-comparison.ts';
import { differencesBetween } from './differences-between.ts';
import type { RosterView } from './read-rosters.ts';

/** Each person's day on which two rosters differ: an hour, a break, or that there is a shift at all. */
export function shiftDifferences(
	a: Pick<RosterView, 'shifts'>,
	b: Pick<RosterView, 'shifts'>,
	dateOf: (at: number) => string,
	names: ReadonlyMap<string, string>
): RosterComparison['changes'] {
	const [was, is] = [a, b].map(({ shifts }) => Map.groupBy(shifts, ({ agentId }) => agentId));
	return [...new Set([...was!.keys(), ...is!.keys()])]
		.flatMap((agentId) =>
			differencesBetween(was!.get(agentId) ?? [], is!.get(agentId) ?? [], dateOf).map((difference) => ({
				agentId,
				name: names.get(agentId) ?? agentId,
				...difference
			}))
		)
		.sort((one, other) => one.date.localeCompare(other.date) || one.name.localeCompare(other.name));
}
