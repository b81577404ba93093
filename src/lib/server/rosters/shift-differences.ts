import type { RosterComparison } from '#lib/contracts/roster-comparison.ts';
import type { RosterView } from './read-rosters.ts';

type Shift = RosterView['shifts'][number];

/** Each person's day on which two rosters differ: an hour, a break, or that there is a shift at all. */
export function shiftDifferences(
	a: Pick<RosterView, 'shifts'>,
	b: Pick<RosterView, 'shifts'>,
	dateOf: (at: number) => string,
	names: ReadonlyMap<string, string>
): RosterComparison['changes'] {
	const byDay = (shifts: readonly Shift[]) =>
		Map.groupBy(shifts, ({ agentId, startAt }) => `${dateOf(startAt)} ${agentId}`);
	const [before, after] = [byDay(a.shifts), byDay(b.shifts)];
	const plain = ({ startAt, endAt, breaks }: Shift) => ({ startAt, endAt, breaks });
	const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
		const [was, is] = [(before.get(key) ?? []).map(plain), (after.get(key) ?? []).map(plain)];
		if (JSON.stringify(was) === JSON.stringify(is)) return [];
		const agentId = key.slice('2026-01-01 '.length);
		return [
			{
				agentId,
				name: names.get(agentId) ?? agentId,
				date: key.slice(0, '2026-01-01'.length),
				before: was,
				after: is
			}
		];
	});
	return changes.sort(
		(one, other) => one.date.localeCompare(other.date) || one.name.localeCompare(other.name)
	);
}
