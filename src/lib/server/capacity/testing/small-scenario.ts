import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { ASSUMED_COST, ASSUMED_PEOPLE, NO_CHANGES } from '../assumptions.ts';

/** One queue, weekdays from 9 to 17, 6,000 contacts a month. */
export const smallScenario = (monthCount = 3): CapacityScenarioInput => ({
	firstMonth: '2027-01',
	monthCount,
	families: [
		{
			id: 'desk',
			name: 'Desk',
			contactsByMonth: new Array<number>(monthCount).fill(6_000),
			ahtSeconds: 300,
			bots: { share: 0.5, containment: 0.4 },
			serviceLevel: { share: 0.8, thresholdSeconds: 20 },
			patienceSeconds: 180,
			concurrency: 1,
			minimumAgents: 1,
			isDeferred: false,
			pool: null,
			profile: {
				intervalSeconds: 3600,
				shares: Array.from({ length: 7 }, (_, weekday) =>
					Array.from({ length: 24 }, (__, hour) =>
						weekday > 0 && weekday < 6 && hour >= 9 && hour < 17 ? 1 : 0
					)
				)
			}
		}
	],
	changes: NO_CHANGES,
	maxOccupancy: 0.88,
	people: { ...ASSUMED_PEOPLE, heads: 3, leadWeeks: 0 },
	cost: ASSUMED_COST,
	currency: 'EUR',
	largestClass: 12,
	measured: {
		at: null,
		from: null,
		to: null,
		heads: null,
		fullTimeHoursPerWeek: null,
		partTimeShare: null,
		families: {}
	}
});
