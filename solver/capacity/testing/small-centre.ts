import type { CapacityFamily, CapacityInput, CapacityPeople } from '../capacity-input.ts';

/** Monday to Friday, 9 to 17 by half hours, even. */
export const OFFICE_HOURS = {
	intervalSeconds: 1800,
	shares: Array.from({ length: 7 }, (_, weekday) =>
		Array.from({ length: 48 }, (__, i) => (weekday > 0 && weekday < 6 && i >= 18 && i < 34 ? 1 : 0))
	)
};

export const NO_CHANGES: CapacityInput['changes'] = {
	growth: { rate: 0, per: 'year' },
	volumeSteps: [],
	ahtRate: { rate: 0, per: 'year' },
	ahtSteps: [],
	containmentPerYear: 0,
	containmentSteps: []
};

/** Calls: 12,000 a month, 300 s, 80/20, patience 180 s. */
export const calls = (monthCount: number, change: Partial<CapacityFamily> = {}): CapacityFamily => ({
	id: 'calls',
	name: 'Calls',
	contactsByMonth: new Array<number>(monthCount).fill(12_000),
	ahtSeconds: 300,
	bots: { share: 0, containment: 0 },
	serviceLevel: { share: 0.8, thresholdSeconds: 20 },
	patienceSeconds: 180,
	concurrency: 1,
	minimumAgents: 0,
	isDeferred: false,
	profile: OFFICE_HOURS,
	...change
});

/** Letters: work that can wait, so that hours are contacts × AHT: 10,000 a month at 360 s = 1,000 h. */
export const letters = (monthCount: number, change: Partial<CapacityFamily> = {}): CapacityFamily =>
	calls(monthCount, {
		id: 'letters',
		name: 'Letters',
		contactsByMonth: new Array<number>(monthCount).fill(10_000),
		ahtSeconds: 360,
		isDeferred: true,
		...change
	});

/** From February 2027 (28 days): nobody leaves, nobody is away, everybody works 40 hours and costs 10 an hour. */
export function smallCentre(
	monthCount: number,
	change: Partial<Omit<CapacityInput, 'people' | 'cost'>> & {
		people?: Partial<CapacityPeople>;
		cost?: Partial<CapacityInput['cost']>;
	} = {}
): CapacityInput {
	return {
		firstMonth: '2027-02',
		monthCount,
		families: [letters(monthCount)],
		changes: NO_CHANGES,
		maxOccupancy: null,
		...change,
		people: {
			heads: 10,
			fullTimeHoursPerWeek: 40,
			partTime: { share: 0, hoursPerWeek: 20 },
			shrinkage: 0,
			scheduleFit: 1,
			attrition: { monthly: 0, early: null },
			classes: [],
			leadWeeks: 0,
			trainingWeeks: 0,
			ramp: [],
			learningHalfLifeWeeks: null,
			overtimeShare: 0,
			...change.people
		},
		cost: {
			payPerHour: 10,
			loadShare: 0,
			overtimeFactor: 1.5,
			perHire: 0,
			trainingPerHire: 0,
			perHeadMonth: 0,
			perBotConversation: 0,
			...change.cost
		}
	};
}
