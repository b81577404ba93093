import type { AgentRules } from '../core/core-problem.ts';
import type { PlanTotals } from './plan-totals.ts';

/**
 * Which totals a search keeps in its labels: days worked by window, weekends, and days of a kind, once that a plan was
 * past their limit. Those of minutes are kept apart.
 */
export interface TrackedTotals {
	shifts: boolean;
	weekends: boolean;
	kinds: number[];
	/** 1 for those of `kinds`. */
	isKind: Uint8Array;
	/** Takes in every total that is past its limit; false when no new one is. */
	trackBroken(totals: PlanTotals): boolean;
	/** Whether any total is past its limit, tracked or not. */
	isBroken(totals: PlanTotals): boolean;
}

export function createTrackedTotals({ maxWeekends, maxOfKind, windows }: AgentRules): TrackedTotals {
	const hasManyShifts = ({ shifts }: PlanTotals) => windows.some((w, i) => shifts[i]! > w.maxShifts);
	const tracked: TrackedTotals = {
		shifts: false,
		weekends: false,
		kinds: [],
		isKind: new Uint8Array(maxOfKind.length),
		trackBroken(totals) {
			let isNew = false;
			if (!tracked.weekends && totals.weekends > maxWeekends) isNew = tracked.weekends = true;
			if (!tracked.shifts && hasManyShifts(totals)) isNew = tracked.shifts = true;
			for (let k = 1; k < maxOfKind.length; k++)
				if (tracked.isKind[k] === 0 && totals.ofKind[k]! > maxOfKind[k]!) {
					tracked.isKind[k] = 1;
					tracked.kinds.push(k);
					isNew = true;
				}
			return isNew;
		},
		isBroken: (totals) =>
			totals.weekends > maxWeekends ||
			hasManyShifts(totals) ||
			totals.ofKind.some((n, k) => n > maxOfKind[k]!)
	};
	return tracked;
}
