import type { CapacityDemand } from './capacity-demand.ts';
import type { CapacityInput } from './capacity-input.ts';
import { expectedService } from './expected-service.ts';

/** A family in a month. */
export interface FamilyMonth {
	contacts: number;
	contained: number;
	offered: number;
	ahtSeconds: number;
	/** Required, on contacts; of a pool, by its part of the handling. */
	agentHours: number;
	/** Expected with the people there are; null for work that waits and for months without contacts. */
	serviceLevel: number | null;
	/** Contacts of work that waits left undone. */
	backlog: number;
}

/**
 * The families of a month, in the order of the input, when a share of the required people is there.
 *
 * @param share 0 to 1
 */
export function familyMonths(
	input: CapacityInput,
	demand: CapacityDemand,
	month: number,
	share: number
): FamilyMonth[] {
	const found = new Array<FamilyMonth>(input.families.length);
	for (const { members, work } of demand.pools) {
		const ofMonth = work[month]!;
		const services = expectedService(
			members.map((f) => input.families[f]!),
			ofMonth,
			share
		);
		const handling = members.map((f) => {
			const { offered, ahtSeconds } = demand.families[f]![month]!;
			return offered * ahtSeconds;
		});
		const whole = handling.reduce((sum, seconds) => sum + seconds, 0);
		members.forEach((f, place) => {
			const { contacts, contained, offered, ahtSeconds } = demand.families[f]![month]!;
			const part = whole > 0 ? handling[place]! / whole : 1 / members.length;
			found[f] = {
				contacts,
				contained,
				offered,
				ahtSeconds,
				agentHours: ofMonth.agentHours * part,
				...services[place]!
			};
		});
	}
	return found;
}
