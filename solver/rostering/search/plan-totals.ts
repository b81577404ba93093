import type { AgentRules, Plan } from '../core/core-problem.ts';

/** What a plan adds up to, over the days outside [skipFrom, skipTo). */
export interface PlanTotals {
	/** By window. */
	minutes: Float64Array;
	/** Days worked, by window. */
	shifts: Int32Array;
	weekends: number;
	/** By kind. */
	ofKind: Int32Array;
	/** By span. */
	spanMinutes: number[];
}

const NO_SPANS: NonNullable<AgentRules['spans']> = [];

export function countTotals(
	rules: AgentRules,
	plan: Plan,
	kindMinutes: Int32Array,
	skipFrom: number,
	skipTo: number
): PlanTotals {
	const minutes = new Float64Array(rules.windows.length);
	const shifts = new Int32Array(rules.windows.length);
	const ofKind = new Int32Array(kindMinutes.length);
	const worked = (d: number) => d < plan.length && (d < skipFrom || d >= skipTo) && plan[d]! > 0;
	rules.windows.forEach((window, w) => {
		for (let d = window.from; d < window.to; d++)
			if (worked(d)) {
				minutes[w]! += kindMinutes[plan[d]!]!;
				shifts[w]!++;
				ofKind[plan[d]!]!++;
			}
	});
	const spanMinutes = (rules.spans ?? NO_SPANS).map((span) => {
		let sum = 0;
		for (let d = span.from; d < span.to; d++) if (worked(d)) sum += kindMinutes[plan[d]!]!;
		return sum;
	});
	let weekends = 0;
	for (let d = 0; d < plan.length; d++)
		if (rules.isSaturday[d] ? worked(d) || worked(d + 1) : d === 0 && rules.isSunday[d] && worked(d))
			weekends++;
	return { minutes, shifts, weekends, ofKind, spanMinutes };
}
