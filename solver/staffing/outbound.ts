import { checkFraction, refuse } from './check-staffing.ts';
import { fillValleys } from './fill-valleys.ts';

/** Calls that the centre makes itself, within a window. */
export interface OutboundBlock {
	/** Calls to make, 0 or more. */
	contacts: number;
	/** Agent's time for each, unanswered attempts and after-call work in it. */
	ahtSeconds: number;
	/** First interval in which they may be made. */
	from: number;
	/** The interval after the last one. */
	to: number;
	/** Whether calls may be made in an interval (by its index in the series); always, unless given. */
	open?: ArrayLike<boolean>;
}

export interface OutboundPlanInput {
	blocks: readonly OutboundBlock[];
	/** Intervals of the series. */
	intervalCount: number;
	intervalSeconds: number;
	/** `even`: the same work in each interval of the window. `valleys`: where inbound is low. */
	placement: 'even' | 'valleys';
	/** With `valleys`: agents that inbound work takes, by interval. */
	inboundAgents?: ArrayLike<number>;
	/** With `valleys`: agents who are there, by interval; calls go where most are left, and must fit. */
	availableAgents?: ArrayLike<number>;
	/** Share of an agent's time that goes into calls, above 0; 1 unless given. */
	maxOccupancy?: number;
}

export type OutboundPlan =
	| {
			status: 'planned';
			/** Agents for all blocks together; not rounded, to be added to other work before rounding up. */
			agents: Float64Array;
			/** The same, block by block. */
			blocks: Float64Array[];
	  }
	| { status: 'infeasible'; /** Agent-hours that do not fit. */ shortHours: number; explanation: string };

const ACTION = 'Planning outbound calls';

/**
 * Agents for outbound calls by interval.
 *
 * `valleys` levels inbound + outbound (or, with `availableAgents`, what is left of them) as far as the windows allow:
 * no other placement has a lower peak, nor a lower sum of any convex function of it (see fillValleys()).
 *
 * @returns `infeasible` where the calls do not fit into the agents who are there, or a window has no open interval
 * @throws RangeError for a value outside its domain
 */
export function outboundPlan(input: OutboundPlanInput): OutboundPlan {
	check(input);
	const { blocks, intervalCount, intervalSeconds, placement, maxOccupancy = 1 } = input;
	const { inboundAgents, availableAgents } = input;
	const works = blocks.map((block, b) => {
		const intervals: number[] = [];
		for (let i = block.from; i < block.to; i++) if (block.open?.[i] ?? true) intervals.push(i);
		return {
			intervals,
			amount: (block.contacts * block.ahtSeconds) / (intervalSeconds * maxOccupancy),
			block: b
		};
	});
	const homeless = works.find(({ intervals, amount }) => amount > 0 && intervals.length === 0);
	if (homeless)
		return {
			status: 'infeasible',
			shortHours: (homeless.amount * intervalSeconds) / 3600,
			explanation: `Block ${homeless.block} has no open interval in its window.`
		};

	const base = Float64Array.from(
		{ length: intervalCount },
		(_, i) => (inboundAgents?.[i] ?? 0) - (availableAgents?.[i] ?? 0)
	);
	const placed =
		placement === 'even'
			? works.map(({ intervals, amount }) => {
					const row = new Float64Array(intervalCount);
					for (const i of intervals) row[i] = amount / intervals.length;
					return row;
				})
			: fillValleys(base, works);
	const agents = new Float64Array(intervalCount);
	for (const row of placed) row.forEach((value, i) => (agents[i]! += value));

	if (availableAgents) {
		// Beyond the agents who are there: all of it where inbound alone takes more than them.
		const short = agents.reduce((sum, value, i) => sum + Math.min(value, Math.max(0, base[i]! + value)), 0);
		if (short > 1e-6)
			return {
				status: 'infeasible',
				shortHours: (short * intervalSeconds) / 3600,
				explanation: `${((short * intervalSeconds) / 3600).toFixed(1)} agent-hours of calls do not fit beside the inbound work.`
			};
	}
	return { status: 'planned', agents, blocks: placed };
}

function check(input: OutboundPlanInput): void {
	const { blocks, intervalCount, intervalSeconds, inboundAgents, availableAgents } = input;
	if (!Number.isSafeInteger(intervalCount) || intervalCount < 1)
		refuse(ACTION, 'intervalCount', intervalCount, 'a whole number, 1 or more.');
	if (!(intervalSeconds > 0 && intervalSeconds < Infinity))
		refuse(ACTION, 'intervalSeconds', intervalSeconds, 'a finite number of seconds above 0.');
	checkFraction(ACTION, 'maxOccupancy', input.maxOccupancy ?? 1, false, true);
	for (const [name, series] of Object.entries({ inboundAgents, availableAgents })) {
		if (!series) continue;
		if (series.length !== intervalCount)
			refuse(ACTION, `${name}.length`, series.length, `${intervalCount}, one for each interval.`);
		for (let i = 0; i < intervalCount; i++)
			if (!(series[i]! >= 0 && series[i]! < Infinity))
				refuse(ACTION, `${name}[${i}]`, series[i], 'a finite number, 0 or more.');
	}
	blocks.forEach(({ contacts, ahtSeconds, from, to, open }, b) => {
		if (!(contacts >= 0 && contacts < Infinity))
			refuse(ACTION, `blocks[${b}].contacts`, contacts, 'a finite number, 0 or more.');
		if (!(ahtSeconds > 0 && ahtSeconds < Infinity))
			refuse(ACTION, `blocks[${b}].ahtSeconds`, ahtSeconds, 'a finite number of seconds above 0.');
		if (!Number.isInteger(from) || from < 0 || from >= intervalCount)
			refuse(ACTION, `blocks[${b}].from`, from, `the index of an interval, 0 to ${intervalCount - 1}.`);
		if (!Number.isInteger(to) || to <= from || to > intervalCount)
			refuse(ACTION, `blocks[${b}].to`, to, `a whole number above from, at most ${intervalCount}.`);
		if (open && open.length !== intervalCount)
			refuse(ACTION, `blocks[${b}].open.length`, open.length, `${intervalCount}, one for each interval.`);
	});
}
