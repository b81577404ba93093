import { erlangA } from '../queueing/erlang-a.ts';
import { erlangC, type ErlangCUnstable } from '../queueing/erlang-c.ts';
import type { StaffingFigures } from './staffing-input.ts';

/** The part of StaffingFigures that the queue decides. */
export type QueueFigures = { status: 'stable' } & Omit<
	StaffingFigures,
	'model' | 'agents' | 'agentsWithShrinkage'
>;

/** One interval's queue: Erlang A with a patience, Erlang C without. */
export interface Queue {
	loadErlangs: number;
	ahtSeconds: number;
	patienceSeconds: number | undefined;
	/** Undefined: no service level is asked for. */
	thresholdSeconds: number | undefined;
}

/** The figures of a queue with so many slots (agents × concurrency). The load must be above 0. */
export function queueFigures(queue: Queue, slots: number): QueueFigures | ErlangCUnstable {
	const { loadErlangs, ahtSeconds, patienceSeconds, thresholdSeconds } = queue;
	const t = thresholdSeconds ?? 0;
	if (patienceSeconds === undefined) {
		const c = erlangC({ loadErlangs, agents: slots, ahtSeconds, thresholdSeconds: t });
		if (c.status === 'unstable') return c;
		return {
			status: 'stable',
			serviceLevel: thresholdSeconds === undefined ? null : c.serviceLevel,
			asaSeconds: c.asaSeconds,
			probabilityOfWait: c.probabilityOfWait,
			abandonment: 0,
			occupancy: c.occupancy
		};
	}
	const a = erlangA({ loadErlangs, agents: slots, ahtSeconds, patienceSeconds, thresholdSeconds: t });
	return {
		status: 'stable',
		serviceLevel: thresholdSeconds === undefined ? null : a.serviceLevel,
		asaSeconds: a.asaSeconds,
		probabilityOfWait: a.probabilityOfWait,
		abandonment: a.abandonment,
		occupancy: a.occupancy
	};
}
