import { evaluateStaffing } from '#solver/staffing/index.ts';

export type IntervalWork = {
	offered: number;
	ahtSeconds: number;
	intervalSeconds: number;
	serviceLevelShare: number;
	thresholdSeconds: number;
	patienceSeconds: number | null;
	concurrency: number;
};

export type Evaluated = { agents: number } & (
	| { kind: 'unstable' }
	| {
			kind: 'stable';
			serviceLevel: number | null;
			asaSeconds: number | null;
			abandonment: number | null;
			occupancy: number | null;
	  }
);

/** What an interval would be like with the planned agents and up to `reach` fewer and more. */
export function evaluateAround(work: IntervalWork, agents: number, reach: number): Evaluated[] {
	const least = Math.max(0, agents - reach);
	return Array.from({ length: agents + reach - least + 1 }, (_, n) => {
		const figures = evaluateStaffing(
			{
				volume: work.offered,
				intervalSeconds: work.intervalSeconds,
				ahtSeconds: work.ahtSeconds,
				...(work.patienceSeconds !== null && { patienceSeconds: work.patienceSeconds }),
				serviceLevel: { share: work.serviceLevelShare, thresholdSeconds: work.thresholdSeconds },
				concurrency: work.concurrency
			},
			least + n
		);
		if (figures.status === 'unstable') return { kind: 'unstable', agents: least + n };
		const { serviceLevel, asaSeconds, abandonment, occupancy } = figures;
		return { kind: 'stable', agents: least + n, serviceLevel, asaSeconds, abandonment, occupancy };
	});
}
