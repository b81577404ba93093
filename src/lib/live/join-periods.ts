import type { PeriodNumbers } from '#lib/contracts/live.ts';
import { serviceLevel } from '#lib/contracts/service-level.ts';

const COUNTS = [
	'offered',
	'answered',
	'abandoned',
	'flowedOut',
	'answeredInThreshold',
	'abandonedInThreshold',
	'shortAbandoned',
	'handled'
] as const;

/** Several queues' numbers as one: counts added, means weighed by what they are means of, service level of offered. */
export function joinPeriods(periods: readonly PeriodNumbers[]): PeriodNumbers {
	const counts = Object.fromEntries(
		COUNTS.map((name) => [name, periods.reduce((sum, period) => sum + period[name], 0)])
	) as Pick<PeriodNumbers, (typeof COUNTS)[number]>;
	const mean = (
		read: (period: PeriodNumbers) => number | null,
		weigh: (period: PeriodNumbers) => number
	): number | null => {
		let [sum, weight] = [0, 0];
		for (const period of periods) {
			const value = read(period);
			if (value === null) continue;
			sum += value * weigh(period);
			weight += weigh(period);
		}
		return weight > 0 ? sum / weight : null;
	};
	const handled = (period: PeriodNumbers) => period.handled;
	return {
		...counts,
		serviceLevel: serviceLevel('of-offered', counts),
		asaSeconds: mean(
			(period) => period.asaSeconds,
			(period) => period.answered
		),
		averageWaitSeconds: mean(
			(period) => period.averageWaitSeconds,
			(period) => period.answered + period.abandoned
		),
		abandonment: counts.offered > 0 ? counts.abandoned / counts.offered : null,
		ahtSeconds: mean((period) => period.ahtSeconds, handled),
		talkSeconds: mean((period) => period.talkSeconds, handled),
		holdSeconds: mean((period) => period.holdSeconds, handled),
		wrapSeconds: mean((period) => period.wrapSeconds, handled)
	};
}
