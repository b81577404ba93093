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

/** Lateness smaller than this is none: where a curve ends. */
const NEGLIGIBLE = 0.003;
/** Agents beyond those needed up to whom it is looked for, as a part of them and in number. */
const [MORE_SHARE, MORE] = [0.6, 8];

/**
 * Weighted contacts that miss their target within the window by effective agents 0, 1, …: of those who still come, the
 * late ones; of the line of now, the part of the window that working it off takes. Falling from all contacts to 0.
 *
 * Late contacts are S-shaped in the agents: the first of several who are needed saves next to nothing and would never
 * be sent. So the curve is the lower convex hull of theirs: up to the agents from which each more saves less than the
 * one before, all count alike. Beyond the target it goes on, so that a queue that is well off is not bled to its target
 * for nothing.
 *
 * Cost: one Erlang figure an agent with whom the line is worked off within the window, 2 µs each.
 * @throws RangeError outside the domain
 */
export function lossCurve(outlook: QueueOutlook): number[] {
	const needed = agentsNeeded(outlook);
	const { waiting, arrivals, windowSeconds, weight } = outlook;
	const contacts = waiting + arrivals;
	if (contacts === 0) return [0];
	const most = arrivals === 0 ? needed : Math.ceil(needed * (1 + MORE_SHARE)) + MORE;
	const lost = [contacts];
	for (let agents = 1; agents < most; agents++) {
		const late = arrivals - arrivalsInTarget(outlook, agents);
		const all = late + (waiting * clearing(outlook, agents)) / windowSeconds;
		if (all <= NEGLIGIBLE * contacts) break;
		lost.push(Math.min(all, lost.at(-1)!));
	}
	return convexHull([...lost, 0]).map((value) => weight * value);
}

/** The largest convex curve under the values (Andrew's monotone chain). */
function convexHull(values: readonly number[]): number[] {
	const kept: number[] = [];
	const slope = (from: number, to: number) => (values[to]! - values[from]!) / (to - from);
	values.forEach((_, n) => {
		while (kept.length > 1 && slope(kept.at(-2)!, kept.at(-1)!) >= slope(kept.at(-1)!, n)) kept.pop();
		kept.push(n);
	});
	let k = 0;
	return values.map((value, n) => {
		if (n > kept[k + 1]!) k++;
		const [from, to] = [kept[k]!, kept[k + 1]];
		return to === undefined || n === from ? value : Math.max(0, values[from]! + (n - from) * slope(from, to));
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
	if (late >= 1) return 0;
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
