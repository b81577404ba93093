import type { CapacityInput } from './capacity-input.ts';
import { checkCapacity } from './check-capacity.ts';
import { familyDemand, type MonthDemand } from './family-demand.ts';
import { monthCalendar, type CalendarMonth } from './month-calendar.ts';
import { requiredHours, type PoolWork } from './required-hours.ts';

/** The half of a plan that customers decide: it stays when only people or cost change. */
export interface CapacityDemand {
	calendar: CalendarMonth[];
	/** By family, in the order of the input; by month. */
	families: MonthDemand[][];
	/** People who share their work. */
	pools: {
		/** Indexes of its families. */
		members: number[];
		/** By month. */
		work: PoolWork[];
		/** Agent-hours on contacts by month if no bot resolved anything. */
		hoursWithoutBots: number[];
	}[];
}

/**
 * What the months ask for: contacts after growth and bots, and the agents of every open interval of a typical week.
 * Nearly all of a plan’s time goes here: 14 families × 24 months at 30 minutes, handling times changing and with bots, take
 * about a second.
 *
 * @throws RangeError naming the field, its value and what was wanted
 */
export function capacityDemand(input: CapacityInput): CapacityDemand {
	const calendar = monthCalendar(input.firstMonth, input.monthCount);
	checkCapacity(input);
	const families = input.families.map((family) => familyDemand(family, input.changes));
	const groups = Map.groupBy(
		input.families.map((_, f) => f),
		(f) => input.families[f]!.pool ?? `alone ${f}`
	);
	return {
		calendar,
		families,
		pools: [...groups.values()].map((members) => {
			const hours = (of: 'offered' | 'contacts') =>
				requiredHours(
					members.map((f) => input.families[f]!),
					members.map((f) => ({
						offered: families[f]!.map((month) => month[of]),
						ahtSeconds: families[f]!.map(({ ahtSeconds }) => ahtSeconds)
					})),
					calendar,
					input.maxOccupancy
				);
			const work = hours('offered');
			const hasBots = members.some((f) => families[f]!.some(({ contained }) => contained > 0));
			const plain = hasBots ? hours('contacts') : work;
			return { members, work, hoursWithoutBots: plain.map(({ agentHours }) => agentHours) };
		})
	};
}
