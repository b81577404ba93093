import type { BalanceLever } from './balance-problem.ts';

/** Figures that several kinds of lever share. */
interface LeverBase {
	id: string;
	queue: string;
	/** Weighted contacts that doing it once must save, besides what it takes from the next window. */
	cost: number;
	/** What one effective agent would save in this queue in the next window: the price of work put off until then. */
	laterWorth: number;
}

/** A break that has not begun, of so many agents of a group alike; times in seconds from now. */
export interface BreakToShift extends LeverBase {
	group: string;
	agents: number;
	pace: number;
	startSeconds: number;
	durationSeconds: number;
	/** Within which it must begin: the law's and the site's window. */
	earliestSeconds: number;
	latestSeconds: number;
}

/** People who could stay on, or who could go: all of them for the same part of the window. */
export interface TimeOffer extends LeverBase {
	group?: string;
	/** Who are likely to say yes. */
	agents: number;
	pace: number;
	/** From now on, that they would be there or be away; what reaches beyond the window counts for the next one. */
	seconds: number;
	/** Weighted contacts that an agent's paid time is worth over them: costs with overtime, is saved with time off. */
	payWorth: number;
}

/** Contacts whose work can be taken out of the window. */
export interface ContactOffer extends LeverBase {
	/** So many of them, each offered once. */
	contacts: number;
	ahtSeconds: number;
	/** Share that accepts a callback, or that a bot settles. */
	successShare: number;
}

export interface LeverFacts {
	breaks?: readonly BreakToShift[];
	overtime?: readonly TimeOffer[];
	timeOff?: readonly TimeOffer[];
	callbacks?: readonly ContactOffer[];
	handoffs?: readonly ContactOffer[];
}

const overlap = (start: number, duration: number, from: number, to: number) =>
	Math.max(0, Math.min(start + duration, to) - Math.max(start, from));

/**
 * What can be done besides moving agents, in the balancer's terms: effective agents over the window, and a cost that
 * holds what is taken from the next window of the same length. Levers without any effect in the window are left out.
 *
 * - A break goes to the latest or the earliest start that its window allows; both draw on the same agents.
 * - Overtime and time off that reach beyond the window help the next one, or take from it.
 * - A callback puts a contact's work off to the next window; a bot that settles one takes it away for good.
 *
 * @throws RangeError when the window is not above 0
 */
export function floorLevers(windowSeconds: number, facts: LeverFacts): BalanceLever[] {
	if (!(windowSeconds > 0 && windowSeconds < Infinity))
		throw new RangeError(`Finding levers: windowSeconds "${windowSeconds}" must be finite and above 0.`);
	const { breaks = [], overtime = [], timeOff = [], callbacks = [], handoffs = [] } = facts;
	return [
		...breaks.flatMap((one) => breakLevers(one, windowSeconds)),
		...overtime.map((one) => timeLever('overtime', one, 1, windowSeconds)),
		...timeOff.map((one) => timeLever('time off', one, -1, windowSeconds)),
		...callbacks.map(({ id, queue, contacts, ahtSeconds, successShare, cost, laterWorth }): BalanceLever => {
			const agents = (successShare * ahtSeconds) / windowSeconds;
			const effects = [{ queue, agents }];
			return {
				id: `callback ${id}`,
				most: contacts,
				cost: cost + agents * laterWorth,
				effects,
				isMove: false
			};
		}),
		...handoffs.map(({ id, queue, contacts, ahtSeconds, successShare, cost }): BalanceLever => {
			const effects = [{ queue, agents: (successShare * ahtSeconds) / windowSeconds }];
			return { id: `bot ${id}`, most: contacts, cost, effects, isMove: false };
		})
	].filter(({ most, effects }) => most > 0 && effects.some(({ agents }) => agents !== 0));
}

/** People who stay on (sign 1) or go (−1): now within the window, and later what reaches into the next one. */
function timeLever(name: string, one: TimeOffer, sign: 1 | -1, windowSeconds: number): BalanceLever {
	const { id, queue, group, agents, pace, seconds, cost, payWorth, laterWorth } = one;
	const there = (k: number) =>
		(sign * pace * overlap(0, seconds, k * windowSeconds, (k + 1) * windowSeconds)) / windowSeconds;
	return {
		id: `${name} ${id}`,
		most: agents,
		cost: cost + sign * payWorth - there(1) * laterWorth,
		effects: [{ queue, agents: there(0) }],
		group,
		isMove: true
	};
}

function breakLevers(one: BreakToShift, windowSeconds: number): BalanceLever[] {
	const { id, queue, group, agents, pace, durationSeconds, startSeconds, cost, laterWorth } = one;
	const there = (start: number, k: number) =>
		overlap(start, durationSeconds, k * windowSeconds, (k + 1) * windowSeconds) / windowSeconds;
	const to = (name: string, start: number): BalanceLever => {
		const now = pace * (there(startSeconds, 0) - there(start, 0));
		const later = pace * (there(startSeconds, 1) - there(start, 1));
		return {
			id: `break ${name} ${id}`,
			most: agents,
			cost: cost - later * laterWorth,
			effects: [{ queue, agents: now }],
			group,
			isMove: true
		};
	};
	const levers: BalanceLever[] = [];
	if (one.latestSeconds > startSeconds) levers.push(to('later', one.latestSeconds));
	const earliest = Math.max(0, one.earliestSeconds);
	if (earliest < startSeconds) levers.push(to('earlier', earliest));
	return levers;
}
