import { checkFraction, refuse } from './check-staffing.ts';
import { levelledWork } from './levelled-work.ts';
import { checkLengths, valueAt, type Series } from './series.ts';

/** Work that may wait until a deadline: e-mail, letters, call-backs. */
export interface DeferredPlanInput {
	/** New contacts, interval by interval. */
	volumes: ArrayLike<number>;
	intervalSeconds: number;
	/** Handling time of a contact that arrives in an interval. */
	ahtSeconds: Series;
	/** A contact must be done within this time of its arrival: at least one interval. */
	deadlineSeconds: number;
	/**
	 * Contacts already waiting at the start; each is due within `deadlineSeconds` of it, or overdue (0 or less). Their
	 * handling time is that of the first interval unless given.
	 */
	backlog?: readonly { contacts: number; dueInSeconds: number; ahtSeconds?: number }[];
	/** Whether work can be done in an interval; always, unless given. */
	open?: ArrayLike<boolean>;
	/** Share of an agent's available time that goes into this work, above 0; 1 unless given. */
	maxOccupancy?: number;
	/** As in StaffingInput. */
	shrinkage?: Series;
}

export type DeferredPlan =
	| {
			status: 'planned';
			/** Handling time to give in each interval. */
			agentSeconds: Float64Array;
			/** The same in agents: not rounded, to be added to other work of the interval before rounding up. */
			agents: Float64Array;
			agentsWithShrinkage: Float64Array;
			/** Handling time left at the end, all of it due later. */
			carriedOverSeconds: number;
	  }
	| { status: 'infeasible'; interval: number; explanation: string };

const ACTION = 'Planning deferred work';

/**
 * The most even way to do deferred work so that every contact is done by its deadline.
 *
 * Work done so far has to stay below what has arrived and above what is due; between the two, the taut string is the
 * plan with the lowest peak, and the lowest cost under any convex cost of an interval's work (see levelledWork()).
 * Oldest first keeps every deadline then, because nothing waiting at the start is due later than what arrives after it.
 * Contacts may be worked from the interval they arrive in; a deadline inside an interval counts from its beginning.
 * Work whose deadline lies beyond the end is done in the share of its time that lies before it, the rest is carried
 * over. Cost O(n) on usual series, O(n²) at worst.
 *
 * @returns `infeasible`, with the interval, where something falls due before there was an open interval to do it in
 * @throws RangeError for a value outside its domain
 */
export function deferredPlan(input: DeferredPlanInput): DeferredPlan {
	check(input);
	const { volumes, intervalSeconds, ahtSeconds, deadlineSeconds, backlog = [], open } = input;
	const { maxOccupancy = 1, shrinkage } = input;
	const n = volumes.length;
	const arrived = new Float64Array(n);
	const due = new Float64Array(n);
	let beyond = 0;
	const add = (seconds: number, from: number, dueAt: number) => {
		arrived[from]! += seconds;
		if (dueAt <= n) due[Math.max(0, dueAt - 1)]! += seconds;
		else beyond += (seconds * (n - from)) / (dueAt - from);
	};
	for (const { contacts, dueInSeconds, ahtSeconds: own } of backlog)
		add(contacts * (own ?? valueAt(ahtSeconds, 0)), 0, Math.floor(dueInSeconds / intervalSeconds));
	const lasts = Math.floor(deadlineSeconds / intervalSeconds);
	for (let i = 0; i < n; i++) if (volumes[i]! > 0) add(volumes[i]! * valueAt(ahtSeconds, i), i, i + lasts);

	const agentSeconds = new Float64Array(n);
	const used = Array.from({ length: n }, (_, i) => i).filter((i) => open?.[i] ?? true);
	// Over open intervals only: what falls due in a closed one is due at the end of the open one before.
	const ceiling: number[] = [];
	const floor: number[] = [];
	let [arrivedSoFar, dueSoFar] = [0, 0];
	for (let i = 0, k = 0; i < n; i++) {
		arrivedSoFar += arrived[i]!;
		dueSoFar += due[i]!;
		if (used[k] === i) {
			ceiling.push(arrivedSoFar);
			floor.push(dueSoFar);
			k++;
		} else if (dueSoFar > (floor.at(-1) ?? 0)) {
			if (k === 0 || dueSoFar > ceiling[k - 1]! * (1 + 1e-12))
				return {
					status: 'infeasible',
					interval: i,
					explanation: `Work due by the end of interval ${i} arrives after the last open interval before it.`
				};
			floor[k - 1] = dueSoFar;
		}
	}
	const end = ceiling.length ? Math.min(ceiling.at(-1)!, dueSoFar + beyond) : 0;
	levelledWork(floor, ceiling, end).forEach((seconds, k) => (agentSeconds[used[k]!] = seconds));

	const agents = agentSeconds.map((seconds) => seconds / (intervalSeconds * maxOccupancy));
	return {
		status: 'planned',
		agentSeconds,
		agents,
		agentsWithShrinkage: agents.map((value, i) => value / (1 - valueAt(shrinkage ?? 0, i))),
		carriedOverSeconds: Math.max(0, arrivedSoFar - end)
	};
}

function check(input: DeferredPlanInput): void {
	const { volumes, intervalSeconds, ahtSeconds, deadlineSeconds, backlog = [], open, shrinkage = 0 } = input;
	for (const [name, value] of Object.entries({ intervalSeconds, deadlineSeconds })) checkSeconds(name, value);
	checkLengths(ACTION, volumes.length, { ahtSeconds, shrinkage });
	if (typeof ahtSeconds === 'number') checkSeconds('ahtSeconds', ahtSeconds);
	if (deadlineSeconds < intervalSeconds)
		refuse(ACTION, 'deadlineSeconds', deadlineSeconds, `at least one interval (${intervalSeconds} s).`);
	if (open && open.length !== volumes.length)
		refuse(ACTION, 'open.length', open.length, `${volumes.length}, one for each interval.`);
	for (let i = 0; i < volumes.length; i++)
		if (!(volumes[i]! >= 0 && volumes[i]! < Infinity))
			refuse(ACTION, `volumes[${i}]`, volumes[i], 'a finite number, 0 or more.');
		else if (typeof ahtSeconds === 'object' && volumes[i]! > 0)
			checkSeconds(`ahtSeconds[${i}]`, ahtSeconds[i]!);
	backlog.forEach(({ contacts, dueInSeconds, ahtSeconds: own }, i) => {
		if (own !== undefined) checkSeconds(`backlog[${i}].ahtSeconds`, own);
		else if (typeof ahtSeconds === 'object') checkSeconds('ahtSeconds[0]', ahtSeconds[0]!);
		if (!(contacts >= 0 && contacts < Infinity))
			refuse(ACTION, `backlog[${i}].contacts`, contacts, 'a finite number, 0 or more.');
		if (!(dueInSeconds <= deadlineSeconds && dueInSeconds > -Infinity))
			refuse(
				ACTION,
				`backlog[${i}].dueInSeconds`,
				dueInSeconds,
				`at most deadlineSeconds (${deadlineSeconds}).`
			);
	});
	if (typeof shrinkage === 'number') checkFraction(ACTION, 'shrinkage', shrinkage, true, false);
	else
		for (let i = 0; i < shrinkage.length; i++)
			checkFraction(ACTION, `shrinkage[${i}]`, shrinkage[i]!, true, false);
	checkFraction(ACTION, 'maxOccupancy', input.maxOccupancy ?? 1, false, true);
}

function checkSeconds(name: string, value: number): void {
	if (!(value > 0 && value < Infinity)) refuse(ACTION, name, value, 'a finite number of seconds above 0.');
}
