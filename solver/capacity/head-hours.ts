import type { CapacityPeople } from './capacity-input.ts';

export interface HeadHours {
	/** Contract hours of a full-time contract in the month. */
	paidPerFte: number;
	/** Of those, on contacts where they are required. */
	onContactsPerFte: number;
	/** Full-time contracts that a person is, part-timers in. */
	ftePerHead: number;
}

/** Contract hours of a month of so many days, and what is left of them for contacts. */
export function headHours(people: CapacityPeople, month: number, days: number): HeadHours {
	const { fullTimeHoursPerWeek, partTime, shrinkage, scheduleFit } = people;
	const paidPerFte = (fullTimeHoursPerWeek * days) / 7;
	const away = typeof shrinkage === 'number' ? shrinkage : shrinkage[month]!;
	return {
		paidPerFte,
		onContactsPerFte: paidPerFte * (1 - away) * scheduleFit,
		ftePerHead: 1 - partTime.share * (1 - partTime.hoursPerWeek / fullTimeHoursPerWeek)
	};
}
