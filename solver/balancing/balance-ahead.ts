import { HORIZON_SECONDS, lateAhead, linked, withReassigned } from '../prediction/index.ts';
import type { PresentAgent, PresentFloor } from '../prediction/index.ts';
import { AGAIN, balancePresent, type AgentPlace } from './balance-present.ts';
import { reachOf } from './reach-of.ts';

export interface AheadOptions {
	/** Equal seeds give equal moves. */
	seed: number;
	/** Weighted contacts that the move of one agent must save within the hour; or by moves taken before it (`movePrice`). */
	moveCost: number | ((taken: number) => number);
	mostMoves: number;
	/** By queue; its priority by default. */
	weights?: readonly number[];
	/** Moves tried at the most for each that is found: the cost is bounded by count, not by clock. */
	mostTried?: number;
}

export interface AheadMove {
	/** By place on the floor. */
	agent: number;
	from: number;
	to: number;
	/** Queues they serve from then on. */
	queues: readonly number[];
	/** Weighted contacts of the next hour that will be in target for it and would not be without, on average. */
	saves: number;
}

/** Somebody who pauses sooner or goes sooner is not moved: it would hardly begin to help. */
const [STAYS_SECONDS, GOES_SECONDS] = [900, 3000];
/** Mirrored pairs of runs for every move that is tried, for those that come near, and how many these are. */
const [FEW_PAIRS, PAIRS, NEAR] = [2, 8, 5];
/** Part of its cost that a move must seem to save in the few runs to come near. */
const SEEMS = 1 / 3;
const MOST_TRIED = 60;
/** A contact in hand makes somebody as late to come as so many seconds less to stay. */
const IN_HAND_SECONDS = 200;
/** What is left of a shift after the hour counts too, since who has moved stays moved: this part of it, up to so much. */
const [LATER_SHARE, LATER_SECONDS] = [0.25, 4 * 3600];

interface Trial {
	agent: number;
	to: number;
	queues: readonly number[];
	cost: number;
	pace: number;
	/** Seconds for which they help: there without a break, less what their hands are full with, and later on. */
	stays: number;
	saves: number;
}

/**
 * The moves that save most by the prediction model: each is tried on the floor as it stands, for an hour and with the
 * same contacts (`lateAhead`), and the best is taken until none is worth its cost. Where `balancePresent` counts whoever
 * is sent as gone from where they were, this sees what they really serve (`AgentPlace.can.serves`): somebody who takes
 * from both lines helps the one hardly at the other's cost, and pays before a queue burns. The program's plan is tried
 * as a whole as well, and taken where it saves more: it sees chains, of which no single move pays.
 *
 * Agents who serve and would serve the same are alike, and the one who stays longest stands for them. All are tried in
 * a few runs, those that come near in more. A move can save no more than the queue that it helps is going to lose, so
 * queues that lose less than a move costs are left out.
 *
 * Cost: about 80 + 2 × FEW_PAIRS × moves tried simulated hours for each move found, and the program's.
 * @throws RangeError as predictFloor() does
 */
export function balanceAhead(
	floor: PresentFloor,
	places: readonly AgentPlace[],
	{ seed, moveCost, mostMoves, weights, mostTried = MOST_TRIED }: AheadOptions
): AheadMove[] {
	const weight = floor.queues.map(({ priority }, q) => weights?.[q] ?? priority);
	const reach = reachOf(floor, places);
	const late: Late = (of, pairs, fromPair, only) => {
		const simulated = reach.reduce((one, queues) => linked(one, queues), of);
		return lateAhead(simulated, { seed, pairs, fromPair, only }).map((count, q) => count * weight[q]!);
	};
	const besides = (to: number) => reach.find((queues) => queues.includes(to))!;
	const priceOf = typeof moveCost === 'number' ? () => moveCost : moveCost;
	const moves: AheadMove[] = [];
	let now = floor;
	const serving = places.map((place) => place.serving);
	while (moves.length < mostMoves) {
		const few = late(now, FEW_PAIRS, 0);
		const isMoved = new Set(moves.map(({ agent }) => agent));
		const trials = trialsOf(now, places, { serving, isMoved, few, moveCost: priceOf(moves.length) }).slice(
			0,
			mostTried
		);
		const best = bestOf(now, trials, { few, late, besides });
		if (best === null) break;
		const { agent, to, queues, saves } = best;
		moves.push({ agent, from: serving[agent]!, to, queues, saves });
		now = withReassigned(now, [best]);
		serving[agent] = to;
	}
	const net = (list: readonly AheadMove[]) =>
		list.reduce((sum, { agent, saves }, i) => sum + saves - costOf(places[agent]!, priceOf(i)), 0);
	const plan = planned(floor, places, { moveCost: priceOf(0), mostMoves, weights }, late);
	return net(plan) > Math.max(0, net(moves)) + 1e-9 ? plan : moves;
}

/** Weighted contacts of the next hour that will be late, by queue, in so many pairs of runs from one on. */
type Late = (floor: PresentFloor, pairs: number, fromPair: number, only?: number) => Float64Array;

const costOf = ({ isFresh }: AgentPlace, moveCost: number) => (isFresh ? AGAIN * moveCost : moveCost);

/** The trial that saves most beyond its cost; null where none does. */
function bestOf(
	now: PresentFloor,
	trials: readonly Trial[],
	known: { few: Float64Array; late: Late; besides: (to: number) => readonly number[] }
): Trial | null {
	const { few, late, besides } = known;
	const saved = (trial: Trial, before: Float64Array, pairs: number, fromPair: number) => {
		const after = late(withReassigned(now, [trial]), pairs, fromPair, trial.to);
		return trial.pace * besides(trial.to).reduce((sum, q) => sum + before[q]! - after[q]!, 0);
	};
	for (const trial of trials) trial.saves = saved(trial, few, FEW_PAIRS, 0);
	const near = trials
		.filter(({ saves, cost }) => saves > SEEMS * cost)
		.sort((a, b) => b.saves - b.cost - (a.saves - a.cost))
		.slice(0, NEAR);
	if (near.length === 0) return null;
	const rest = PAIRS - FEW_PAIRS;
	const more = late(now, rest, FEW_PAIRS);
	for (const trial of near)
		trial.saves = (FEW_PAIRS * trial.saves + rest * saved(trial, more, rest, FEW_PAIRS)) / PAIRS;
	const best = near.reduce((a, b) => (b.saves - b.cost > a.saves - a.cost ? b : a));
	return best.saves > best.cost ? best : null;
}

/** The program's plan for the hour, with what each of its moves saves after those before it. */
function planned(
	floor: PresentFloor,
	places: readonly AgentPlace[],
	options: { moveCost: number; mostMoves: number; weights?: readonly number[] },
	late: Late
): AheadMove[] {
	const { agents: all } = balancePresent(floor, places, { ...options, windowSeconds: HORIZON_SECONDS });
	const agents = all.filter(({ agent }) => isThere(floor.agents[agent]!));
	// A single move has been tried already.
	if (agents.length < 2) return [];
	let now = floor;
	const lost = () => late(now, PAIRS, 0).reduce((sum, count) => sum + count, 0);
	let before = lost();
	return agents.map(({ agent, to }) => {
		const { can, serving } = places[agent]!;
		const { pace, serves: queues = [to] } = can.find(({ queue }) => queue === to)!;
		now = withReassigned(now, [{ agent, queues }]);
		const after = lost();
		const saves = pace * (before - after);
		before = after;
		return { agent, from: serving!, to, queues, saves };
	});
}

/** One for each way in which agents who serve the same can go, those first that help the queue that loses most. */
function trialsOf(
	{ agents }: PresentFloor,
	places: readonly AgentPlace[],
	known: {
		serving: readonly (number | null)[];
		isMoved: ReadonlySet<number>;
		few: Float64Array;
		moveCost: number;
	}
): Trial[] {
	const { serving, isMoved, few, moveCost } = known;
	const trials = new Map<string, Trial>();
	agents.forEach((agent, a) => {
		const place = places[a]!;
		if (isMoved.has(a) || serving[a] === null || !isThere(agent)) return;
		const cost = costOf(place, moveCost);
		const stays =
			Math.min(untilAway(agent), HORIZON_SECONDS) -
			IN_HAND_SECONDS * agent.contacts.length +
			LATER_SHARE * Math.min(place.goesInSeconds ?? LATER_SECONDS, LATER_SECONDS);
		for (const { queue: to, pace, serves = [to] } of place.can) {
			if (to === serving[a] || few[to]! < cost) continue;
			const key = `${[...agent.queues].sort().join()}>${[...serves].sort().join()} ${pace} ${cost}`;
			const other = trials.get(key);
			if (!other || other.stays < stays)
				trials.set(key, { agent: a, to, queues: serves, cost, pace, stays, saves: 0 });
		}
	});
	return [...trials.values()].sort((a, b) => few[b.to]! - few[a.to]!);
}

const untilAway = ({ changes }: PresentAgent) =>
	changes.find(({ isServing }) => !isServing)?.inSeconds ?? Infinity;

/** Serves now, for a while yet, and is back from the next break within the hour. */
function isThere(agent: PresentAgent): boolean {
	if (!agent.isServing || untilAway(agent) < STAYS_SECONDS) return false;
	const last = agent.changes.at(-1);
	return last === undefined || last.isServing || last.inSeconds >= GOES_SECONDS;
}
