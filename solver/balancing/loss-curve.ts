import { erlangA, erlangC } from '../queueing/index.ts';

/** A queue as it stands, and what is expected of it within the window. */
export interface QueueOutlook {
	/** Contacts in the line now. */
	waiting: number;
	/** Contacts expected within the window, a mean. */
	arrivals: number;
	windowSeconds: number;
	ahtSeconds: number;
	/** Mean patience; null: nobody gives up. */
	patienceSeconds: number | null;
	thresholdSeconds: number;
	/** Share of the contacts that should be answered within the threshold, above 0 and below 1. */
	targetShare: number;
	/** What a contact that misses its target weighs: the queue's priority, and the mood of those who wait. Above 0. */
	weight: number;
}

/** Half of a shortfall counts as it is, half by its square: two queues short of one agent each beat one short of two. */
const STRAIGHT_SHARE = 0.5;

/**
 * Weighted contacts lost to a shortage of agents within the window, by effective agents 0, 1, … up to those with whom
 * the target is met: weight × contacts × (s + s²) / 2 with the shortfall s = 1 − agents / needed. Convex and falling
 * from all contacts to 0. The contacts in target themselves are no measure to plan by: they are S-shaped in the
 * agents, so that the first of several who are needed would never be sent.
 *
 * Cost: one Erlang figure an agent, 2 µs each.
 * @throws RangeError outside the domain
 */
export function lossCurve(outlook: QueueOutlook): number[] {
	const needed = agentsNeeded(outlook);
	const contacts = outlook.weight * (outlook.waiting + outlook.arrivals);
	return Array.from({ length: needed + 1 }, (_, agents) => {
		const short = needed === 0 ? 0 : 1 - agents / needed;
		return contacts * short * (STRAIGHT_SHARE + (1 - STRAIGHT_SHARE) * short);
	});
}

/**
 * The fewest agents with whom the share of those who still come is in target; the line of now, whose time is mostly up,
 * counts by the time that working it off takes. Where nobody comes, one agent for each who waits.
 */
export function agentsNeeded(outlook: QueueOutlook): number {
	check(outlook);
	const { waiting, arrivals, windowSeconds, ahtSeconds, targetShare } = outlook;
	if (arrivals === 0) return Math.ceil(waiting);
	const isEnough = (agents: number) => arrivalsInTarget(outlook, agents) >= targetShare * arrivals;
	let high = Math.ceil((arrivals / windowSeconds) * ahtSeconds) + 1;
	while (!isEnough(high)) high *= 2;
	let low = 0;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (isEnough(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/**
 * Share of the window's contacts, those who wait included, answered within the threshold by so many effective agents;
 * null without contacts.
 *
 * Those who wait now are worked off by what the agents have left over for them, agents / AHT − arrival rate; while
 * that lasts nobody is answered in time (fluid limit of an overloaded queue; Whitt 2006). With patience the line also
 * shortens by those who leave. From then on arrivals see a queue in its steady state: exact Erlang A, or Erlang C
 * where nobody gives up; between whole numbers of agents, straight.
 */
export function inTargetShare(outlook: QueueOutlook, agents: number): number | null {
	check(outlook);
	const { waiting, arrivals } = outlook;
	if (waiting + arrivals === 0) return null;
	const whole = Math.floor(agents);
	const at = inTarget(outlook, whole);
	const part = agents - whole;
	const contacts = part === 0 ? at : at + part * (inTarget(outlook, whole + 1) - at);
	return Math.min(1, Math.max(0, contacts / (waiting + arrivals)));
}

function inTarget(outlook: QueueOutlook, agents: number): number {
	const inLine = clearing(outlook, agents) <= outlook.thresholdSeconds ? outlook.waiting : 0;
	return inLine + arrivalsInTarget(outlook, agents);
}

/** Those who come while the line is worked off are late, unless it is gone within the threshold. */
function arrivalsInTarget(outlook: QueueOutlook, agents: number): number {
	const { arrivals, windowSeconds, thresholdSeconds } = outlook;
	const clear = clearing(outlook, agents);
	const late = clear <= thresholdSeconds ? 0 : clear / windowSeconds;
	return arrivals * (1 - late) * (1 - lateShare(outlook, arrivals / windowSeconds, agents));
}

function clearing(
	{ waiting, arrivals, windowSeconds, ahtSeconds, patienceSeconds }: QueueOutlook,
	agents: number
): number {
	const net = agents / ahtSeconds - arrivals / windowSeconds;
	return Math.min(
		windowSeconds,
		clearSeconds(waiting, net, patienceSeconds === null ? 0 : 1 / patienceSeconds)
	);
}

const isPositive = (value: number) => value > 0 && value < Infinity;

function check(outlook: QueueOutlook): void {
	const refuse = (name: keyof QueueOutlook, wanted: string) => {
		throw new RangeError(`Looking ahead in a queue: ${name} "${outlook[name]}" must be ${wanted}.`);
	};
	for (const name of ['windowSeconds', 'ahtSeconds', 'weight'] as const)
		if (!isPositive(outlook[name])) refuse(name, 'a finite number above 0');
	for (const name of ['waiting', 'arrivals', 'thresholdSeconds'] as const)
		if (!(outlook[name] >= 0 && outlook[name] < Infinity)) refuse(name, 'a finite number of 0 or more');
	if (outlook.patienceSeconds !== null && !isPositive(outlook.patienceSeconds))
		refuse('patienceSeconds', 'a finite number above 0, or null');
	if (!(outlook.targetShare > 0 && outlook.targetShare < 1)) refuse('targetShare', 'above 0 and below 1');
}

/** Until a line is gone that is worked off at a net rate (below 0: it grows) while those in it give up at theirs. */
function clearSeconds(line: number, net: number, leaving: number): number {
	if (line === 0) return 0;
	if (net <= 0) return Infinity;
	return leaving === 0 ? line / net : Math.log(1 + (leaving * line) / net) / leaving;
}

/** Share of arrivals that miss the target once the line is gone. */
function lateShare(outlook: QueueOutlook, rate: number, agents: number): number {
	const { ahtSeconds, patienceSeconds, thresholdSeconds } = outlook;
	const loadErlangs = rate * ahtSeconds;
	if (loadErlangs === 0) return 0;
	if (agents === 0) return 1;
	const queue = { loadErlangs, agents, ahtSeconds, thresholdSeconds };
	if (patienceSeconds !== null) return 1 - erlangA({ ...queue, patienceSeconds }).serviceLevel;
	const answer = erlangC(queue);
	return answer.status === 'stable' ? 1 - answer.serviceLevel : 1;
}
