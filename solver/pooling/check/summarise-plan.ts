import type { CheckedDay, CheckedQueue, PlanCheck, Probability } from '../plan-check.ts';
import type { PlanOutcomes } from './plan-outcomes.ts';
import { percentile, spreadOf } from './spread-of.ts';
import { wilson } from './wilson.ts';

interface Named {
	days: readonly number[];
	weekdayOf(day: number): number;
	queues: readonly { id: string; serviceLevel: { share: number } }[];
	groups: readonly { id: string }[];
	intervals: number;
}

/** Turns the outcomes of the replications into the figures of a plan. */
export function summarisePlan(
	outcomes: PlanOutcomes,
	named: Named
): Pick<PlanCheck, 'overall' | 'queues' | 'groups'> {
	const shares = named.queues.map(({ serviceLevel }) => serviceLevel.share);
	const all = () => true;
	const groupSpread = (groups: number[]) => {
		const busy = new Float64Array(outcomes.count);
		const atWork = new Float64Array(outcomes.count);
		for (const g of groups)
			for (let r = 0; r < outcomes.count; r++) {
				const seconds = outcomes.busySeconds[g * outcomes.size + r]!;
				busy[r]! += seconds;
				atWork[r]! += seconds + outcomes.idleSeconds[g * outcomes.size + r]!;
			}
		return spreadOf(busy, atWork);
	};
	const figures = (takes: (queue: number, day: number) => boolean) => ({
		probabilityMet: probabilityOf(outcomes.met(shares, takes)),
		serviceLevel: spreadOf(outcomes.sum('inThreshold', takes), outcomes.sum('settled', takes)),
		abandonment: spreadOf(outcomes.sum('abandoned', takes), outcomes.sum('offered', takes))
	});
	const checkedDays = (ofQueue: (queue: number) => boolean): CheckedDay[] =>
		named.days.map((day, at) => {
			const takes = (queue: number, d: number) => d === at && ofQueue(queue);
			const { probabilityMet, serviceLevel } = figures(takes);
			const offered = outcomes.sum('offered', takes).reduce((sum, n) => sum + n, 0);
			return {
				day,
				weekday: named.weekdayOf(day),
				probabilityMet,
				serviceLevel,
				offered: outcomes.count === 0 ? 0 : offered / outcomes.count
			};
		});
	return {
		overall: {
			...figures(all),
			occupancy: groupSpread(named.groups.map((_, g) => g)),
			days: checkedDays(all)
		},
		queues: named.queues.map(({ id }, q) => ({
			id,
			...figures((queue) => queue === q),
			days: checkedDays((queue) => queue === q),
			worst: worstWeekday(outcomes, q, named),
			intervals: intervalSpreads(outcomes, q, named.intervals)
		})),
		groups: named.groups.map(({ id }, g) => ({ id, occupancy: groupSpread([g]) }))
	};
}

function probabilityOf(met: readonly (boolean | null)[]): Probability | null {
	const known = met.filter((value) => value !== null);
	return wilson(known.filter(Boolean).length, known.length);
}

function worstWeekday(outcomes: PlanOutcomes, q: number, named: Named): CheckedQueue['worst'] {
	const byWeekday = new Map<number, number[]>();
	named.days.forEach((day, at) => {
		const takes = (queue: number, d: number) => queue === q && d === at;
		const inThreshold = outcomes.sum('inThreshold', takes);
		outcomes.sum('settled', takes).forEach((settled, r) => {
			if (settled === 0) return;
			const weekday = named.weekdayOf(day);
			const levels = byWeekday.get(weekday) ?? [];
			levels.push(inThreshold[r]! / settled);
			byWeekday.set(weekday, levels);
		});
	});
	let worst: CheckedQueue['worst'] = null;
	for (const [weekday, levels] of byWeekday) {
		const serviceLevel = percentile(Float64Array.from(levels).sort(), 0.1);
		if (worst === null || serviceLevel < worst.serviceLevel) worst = { weekday, serviceLevel };
	}
	return worst;
}

function intervalSpreads(outcomes: PlanOutcomes, q: number, intervals: number): CheckedQueue['intervals'] {
	const { keptSize, queues } = outcomes;
	const kept = Math.min(keptSize, outcomes.count);
	return Array.from({ length: intervals }, (_, i) => {
		const from = (i * queues + q) * keptSize;
		return spreadOf(
			outcomes.keptInThreshold.subarray(from, from + kept),
			outcomes.keptSettled.subarray(from, from + kept)
		);
	});
}
