import type { EditedRoster } from '#solver/rostering/edit/index.ts';
import type { GridAgent } from '../roster-types.ts';
import { hoursOf } from './grid-words.ts';

export const ROW_ORDERS = ['name', 'start', 'team', 'hours', 'broken'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/**
 * People in an order, equals by name. As the roster stands now: a row that is edited stays where it is until the order is
 * asked for again.
 *
 * @param days [from, to) that are looked at
 */
export function inRowOrder(
	agents: readonly GridAgent[],
	order: RowOrder,
	roster: EditedRoster | null,
	days: { from: number; to: number }
): GridAgent[] {
	const byName = [...agents].sort((a, b) => a.name.localeCompare(b.name));
	if (order === 'name' || (roster === null && order !== 'team')) return byName;
	if (order === 'team')
		return byName.sort((a, b) => (a.teamId ?? '\uffff').localeCompare(b.teamId ?? '\uffff'));
	const shown = (id: string) => roster!.shiftsOf(id).filter(({ day }) => day >= days.from && day < days.to);
	const value = (id: string): number => {
		if (order === 'hours') return -hoursOf(shown(id));
		if (order === 'broken') return -roster!.brokenBy(id).length;
		const [first] = shown(id);
		return first ? first.day * 1_440 + first.startMinute : Infinity;
	};
	const values = new Map(byName.map(({ id }) => [id, value(id)]));
	return byName.sort((a, b) => {
		const [one, other] = [values.get(a.id)!, values.get(b.id)!];
		return one === other ? 0 : one - other;
	});
}
