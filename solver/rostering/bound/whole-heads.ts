import type { Highs } from 'highs';
import type { CoreProblem } from '../core/core-problem.ts';
import type { IntervalDemand } from '../core/interval-cover.ts';
import { createCoveringModel, windowTotals } from './covering-model.ts';
import type { CoveringSolution } from './solve-covering.ts';
import { inWholePeople, reachesOn } from './whole-program.ts';

export interface WholeHeadsBound {
	/** Proved lower bound of every roster. */
	bound: number;
	/** Whether every day was solved to its end, so that more time would not raise it. */
	isComplete: boolean;
}

/** Days [from, to), solved together. */
interface Part {
	from: number;
	to: number;
}

/** What each paid hour and each shift of a group saves on the days [from, to). */
interface DayPrice extends Part {
	group: number;
	hour: number;
	shift: number;
}

/**
 * The bound of the covering program in whole people, day by day: the limits of weeks are taken out of it at the prices
 * that the linear program found for them, so that each day is a small mixed-integer program of its own. Their bounds
 * and what the limits are worth make a Lagrangian bound (Geoffrion 1974), never below the linear program's at these
 * prices, and above what the mixed-integer program of the whole week proves in many times the time. Days that share a
 * shift past midnight stay together.
 *
 * Cost: with 50 agents 1 s a day for one skill; with three what it is given. Null when a part has no bound in its time.
 *
 * @param spent share of the time that is used, 0 to 1; each part has an equal share of what those before it have left
 */
export function wholeHeadsBound(
	engine: Highs,
	core: CoreProblem,
	demand: IntervalDemand,
	covering: Pick<CoveringSolution, 'groups' | 'limits'>,
	spent: () => number
): WholeHeadsBound | null {
	const parts = separateDays(core, demand);
	const { prices, worth } = priceLimits(core, covering, parts);
	let bound = worth;
	let isComplete = true;
	for (const [i, part] of parts.entries()) {
		const begun = spent();
		const until = begun + (1 - begun) / (parts.length - i);
		const isOver = () => spent() >= until;
		const proved = boundOfPart(engine, core, demand, covering.groups, part, prices, isOver);
		if (!proved) return null;
		bound += proved.bound;
		isComplete &&= proved.isComplete;
	}
	return { bound, isComplete };
}

/** Days on their own; those that a shift may reach across stay together. */
function separateDays(core: CoreProblem, demand: IntervalDemand): Part[] {
	const parts: Part[] = [];
	let from = 0;
	for (let day = 0; day < core.days; day++) {
		if (reachesOn(core, demand, day)) continue;
		parts.push({ from, to: day + 1 });
		from = day + 1;
	}
	return parts;
}

/** Prices of the limits of windows that do not lie within one part, and what these limits are worth at them. */
function priceLimits(
	{ agents }: CoreProblem,
	{ groups, limits }: Pick<CoveringSolution, 'groups' | 'limits'>,
	parts: Part[]
): { prices: DayPrice[]; worth: number } {
	const prices: DayPrice[] = [];
	let worth = 0;
	for (const { group, window, hour, shift } of limits) {
		const members = groups[group]!.map((a) => agents[a]!);
		const { from, to } = members[0]!.windows[window]!;
		if (parts.some((part) => part.from <= from && to <= part.to)) continue;
		const { minHours, maxHours, maxShifts } = windowTotals(members, window);
		const hours = hour > 0 ? minHours : maxHours;
		// Any price is honest, but for one on what has no limit.
		const price = {
			hour: Number.isFinite(hours) ? hour : 0,
			shift: Number.isFinite(maxShifts) ? Math.min(0, shift) : 0
		};
		if (price.hour !== 0) worth += price.hour * hours;
		if (price.shift !== 0) worth += price.shift * maxShifts;
		prices.push({ group, from, to, ...price });
	}
	return { prices, worth };
}

function boundOfPart(
	engine: Highs,
	core: CoreProblem,
	demand: IntervalDemand,
	groups: number[][],
	{ from, to }: Part,
	prices: DayPrice[],
	isOver: () => boolean
): WholeHeadsBound | null {
	const { days, kinds, kindMinutes } = core;
	const program = createCoveringModel(core, demand, from, to, groups);
	const data = inWholePeople(program);
	const colCost = Float64Array.from(data.colCost);
	for (const { group, hour, shift, ...window } of prices)
		for (let day = Math.max(from, window.from); day < Math.min(to, window.to); day++)
			for (let k = 1; k <= kinds; k++) {
				const column = program.headColumn[(group * days + day) * (kinds + 1) + k]!;
				if (column >= 0) colCost[column]! -= (hour * kindMinutes[k]!) / 60 + shift;
			}
	return engine.withModel({ ...data, colCost }, (mip) => {
		mip.options.set({ output_flag: false, mip_rel_gap: 0 });
		const { modelStatus } = mip.run({
			6: (event) => {
				if (isOver()) event.interrupt();
			}
		});
		const bound = Number(mip.info.get('mip_dual_bound')) + program.constant;
		if (!Number.isFinite(bound)) return null;
		return { bound, isComplete: modelStatus === engine.constants.modelStatus.optimal };
	});
}
