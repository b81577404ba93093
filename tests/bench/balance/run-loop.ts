import { serviceLevel } from '#lib/contracts/service-level.ts';
import { FloorFeed, LiveState } from '#lib/server/live/index.ts';
import { learnHabits, noHabits, readPresent } from '#lib/server/predictions/index.ts';
import { balancePresent, type AgentPlace } from '#solver/balancing/index.ts';
import { foreseeChange, type PresentFloor } from '#solver/prediction/index.ts';
import { SimulatedCentre } from '#solver/simulation/index.ts';
import { knownOf } from '../prediction/known-of.ts';
import { configOf } from '../prediction/run-day.ts';
import { loopDay } from './scenario.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TICK_MS = 3 * MINUTE_MS;
const [OPENS, FROM_HOUR, TO_HOUR] = [6, 8, 20];
const LEARN_EVERY = 10;
const PROMISE_SECONDS = 1800;
const WINDOW_SECONDS = 3600;
/** What the floor bears: so many moves for 100 agents and hour, saved up for at most an hour and a half. */
export const MOVES_PER_100 = 6;
const SAVED_HOURS = 1.5;
/** Simulated for a promise: half of what the floor's own forecast takes. */
const CONTACTS = 12_000;
/** This and the window were found on days 901 to 904, which the benchmark does not score. */
const MOVE_COST = 0.6;
/** For so long after a move another one of the same agent costs more. */
const FRESH_MS = 30 * MINUTE_MS;
const OTHER_PACE = 0.95;

export type Policy = 'none' | 'greedy' | 'balancer';

/** A promise that was accepted, and what came of it. */
export interface Kept {
	queue: string;
	low: number;
	median: number;
	high: number;
	truth: number | null;
	/** Whether nobody else came to the queue or left it by a move until then. */
	isAlone: boolean;
}

export interface LoopResult {
	offered: number;
	inTarget: number;
	abandoned: number;
	moves: number;
	agentHours: number;
	promises: Kept[];
}

interface Move {
	agent: number;
	to: number;
}

/** A day under a policy: every three minutes it sees the floor as the live engine folds it and orders its moves. */
export async function runLoop(
	seed: number,
	policy: Policy,
	{ windowSeconds = WINDOW_SECONDS, moveCost = MOVE_COST, contactsPerPart = CONTACTS } = {}
): Promise<LoopResult> {
	const day = loopDay(seed);
	const dayMs = Date.UTC(2026, 2, 2 + (seed % 5));
	const known = knownOf(day, dayMs, seed % 5);
	const centre = new SimulatedCentre(day.scenario, {
		seed,
		startMs: dayMs + OPENS * HOUR_MS,
		utcOffsetSecondsAt: () => 0,
		messages: false
	});
	const serving = new Map<string, string>();
	let orders = 0;
	/** Who is lent to a queue serves their own as well, whichever is more urgent. */
	const served = (agent: string, queue: string) => [...new Set([queue, day.ownQueue.get(agent)!])];
	const assign = (agent: string, queue: string, atMs: number) => {
		serving.set(agent, queue);
		centre.order({ id: `o${orders++}`, atMs, kind: 'agent.queues', agent, queues: served(agent, queue) });
	};
	for (const { id } of day.scenario.agents) assign(id, day.ownQueue.get(id)!, dayMs + OPENS * HOUR_MS);

	const state = new LiveState(configOf(day.scenario), () => null);
	const feed = new FloorFeed(state, 'bench');
	const movedAt = new Map<string, number>();
	const result: LoopResult = { offered: 0, inTarget: 0, abandoned: 0, moves: 0, agentHours: 0, promises: [] };
	const open: { atMs: number; madeMs: number; kept: Kept }[] = [];
	let seq = 0;
	let saved = 0;
	let habits = noHabits();
	for (let tick = 0; ; tick++) {
		const nowMs = dayMs + FROM_HOUR * HOUR_MS + tick * TICK_MS;
		const batch = [...centre.advance(nowMs)].flatMap(({ type, time, data }) =>
			type.startsWith('marea.command.')
				? []
				: [{ seq: ++seq, source: 'bench', id: String(seq), type, at: Date.parse(time), data }]
		);
		state.apply(batch as Parameters<LiveState['apply']>[0], nowMs);
		for (const promise of open.splice(0)) {
			if (promise.atMs > nowMs) open.push(promise);
			else promise.kept.truth = levelOf(state, promise.kept.queue, nowMs);
		}
		if (nowMs > dayMs + (TO_HOUR + 0.5) * HOUR_MS) break;
		feed.tick(nowMs);
		if (tick % LEARN_EVERY === 0) habits = await learnHabits(state, nowMs);
		const rows = feed.agentRows(nowMs);
		const onDuty = rows.filter(({ state: is }) => is !== null && is !== 'offline').length;
		if (nowMs > dayMs + TO_HOUR * HOUR_MS) continue;
		const earned = ((onDuty * MOVES_PER_100) / 100) * (TICK_MS / HOUR_MS);
		result.agentHours += (onDuty * TICK_MS) / HOUR_MS;
		saved = Math.min(saved + earned, ((onDuty * MOVES_PER_100) / 100) * SAVED_HOURS);
		if (policy === 'none' || saved < 1) continue;
		const skilled = readPresent(state, rows, { habits, known }, nowMs);
		const placeOf = new Map(skilled.queues.map(({ id }, q) => [id, q]));
		const places = rows.map(({ id }, a): AgentPlace => {
			const own = placeOf.get(serving.get(id)!)!;
			return {
				serving: own,
				can: skilled.agents[a]!.queues.map((queue) => ({
					queue,
					pace: skilled.queues[queue]!.id === day.ownQueue.get(id) ? 1 : OTHER_PACE
				})),
				isFresh: nowMs - (movedAt.get(id) ?? -Infinity) < FRESH_MS
			};
		});
		const queuesOf = (agent: string, queue: number) =>
			served(agent, skilled.queues[queue]!.id).map((id) => placeOf.get(id)!);
		const floor: PresentFloor = {
			queues: skilled.queues,
			agents: skilled.agents.map((agent, a) => ({
				...agent,
				queues: queuesOf(rows[a]!.id, places[a]!.serving!)
			}))
		};
		const mostMoves = Math.floor(saved);
		const moves =
			policy === 'greedy'
				? greedy(floor, places, mostMoves)
				: balancePresent(floor, places, { windowSeconds, moveCost, mostMoves }).agents;
		if (moves.length === 0) continue;
		if (policy === 'balancer' && contactsPerPart > 0) {
			const touched = new Set(moves.flatMap(({ agent, to }) => [to, places[agent]!.serving!]));
			for (const { kept } of open) if (touched.has(placeOf.get(kept.queue)!)) kept.isAlone = false;
			const effects = foreseeChange(
				floor,
				moves.map(({ agent, to }) => ({ agent, queues: queuesOf(rows[agent]!.id, to) })),
				PROMISE_SECONDS,
				{ seed: 1, contactsPerPart, serviceLevel: (_, counts) => serviceLevel('of-offered', counts) }
			);
			for (const { queue, after } of effects)
				if (after) {
					const { low, median, high } = after;
					const kept: Kept = { queue, low, median, high, truth: null, isAlone: true };
					result.promises.push(kept);
					open.push({ atMs: nowMs + PROMISE_SECONDS * 1000, madeMs: nowMs, kept });
				}
		}
		for (const { agent, to } of moves) {
			assign(rows[agent]!.id, skilled.queues[to]!.id, nowMs);
			movedAt.set(rows[agent]!.id, nowMs);
		}
		saved -= moves.length;
		result.moves += moves.length;
	}
	for (const queue of state.queues.values()) {
		const counts = queue.tallies.sum(dayMs + FROM_HOUR * HOUR_MS, dayMs + TO_HOUR * HOUR_MS);
		result.offered += counts.answered + counts.abandoned;
		result.inTarget += counts.answeredInThreshold;
		result.abandoned += counts.abandoned;
	}
	return result;
}

function levelOf(state: LiveState, id: string, nowMs: number): number | null {
	const { tallies, config } = state.queues.get(id)!;
	return serviceLevel(config.variant, tallies.sum(nowMs - 30 * MINUTE_MS, nowMs));
}

/** Longest queue first: one after another from the shortest line to the longest, as long as that is longer by two. */
function greedy({ queues, agents }: PresentFloor, places: readonly AgentPlace[], mostMoves: number): Move[] {
	const lines = queues.map(({ waitingSeconds }) => waitingSeconds.length);
	const moves: Move[] = [];
	const isMoved = new Set<number>();
	while (moves.length < mostMoves) {
		const to = lines.indexOf(Math.max(...lines));
		let best = -1;
		places.forEach(({ serving, can }, a) => {
			if (isMoved.has(a) || !agents[a]!.isServing || serving === to) return;
			if (!can.some(({ queue }) => queue === to)) return;
			const line = (one: number) => lines[places[one]!.serving!]! + agents[one]!.contacts.length / 100;
			if (best < 0 || line(a) < line(best)) best = a;
		});
		if (best < 0 || lines[to]! < lines[places[best]!.serving!]! + 2) break;
		moves.push({ agent: best, to });
		isMoved.add(best);
		lines[to]!--;
	}
	return moves;
}
