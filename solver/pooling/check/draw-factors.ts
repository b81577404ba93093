import type { Random } from '../../numeric/random.ts';
import type { DayUncertainty } from './day-uncertainty.ts';

/**
 * Draws how a replication's volumes differ from the forecast's, by cell (interval × queues + queue): lognormal factors of
 * mean 1, one of each queue's day and one of each interval. The logs of the day's factors of two queues are correlated
 * by `correlation`.
 */
export function drawFactors(
	factors: Float64Array,
	uncertainty: readonly DayUncertainty[],
	dayIndex: Int32Array,
	correlation: number,
	random: Random
): void {
	const queues = uncertainty.length;
	const days = uncertainty[0]!.dayVariance.length;
	const common = random.fork('common');
	const shared = Float64Array.from({ length: days }, () => common.normal());
	uncertainty.forEach(({ dayVariance, intervalVariance }, q) => {
		const own = random.fork(`queue ${q}`);
		const level = dayVariance.map((variance, day) =>
			lognormal(variance, Math.sqrt(correlation) * shared[day]! + Math.sqrt(1 - correlation) * own.normal())
		);
		for (let i = 0; i < dayIndex.length; i++) {
			const variance = intervalVariance[i]!;
			factors[i * queues + q] = level[dayIndex[i]!]! * (variance > 0 ? lognormal(variance, own.normal()) : 1);
		}
	});
}

/** Mean 1 and the given variance, from a standard normal draw. */
function lognormal(variance: number, z: number): number {
	const logVariance = Math.log(1 + variance);
	return Math.exp(Math.sqrt(logVariance) * z - logVariance / 2);
}
