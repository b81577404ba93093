import { FloorFeed, LiveState } from '#lib/server/live/index.ts';
import { learnHabits, noHabits, readPresent } from '#lib/server/predictions/index.ts';
import type { AgentPlace } from '#solver/balancing/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';
import { SimulatedCentre } from '#solver/simulation/index.ts';
import { knownOf } from '../prediction/known-of.ts';
import { configOf } from '../prediction/run-day.ts';
import { MOVES_OF, type Policy } from './policies.ts';
import { PROMISE_SECONDS, Promises, type Kept } from './promises.ts';
import { loopDay } from './scenario.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TICK_MS = 3 * MINUTE_MS;
const [OPENS, FROM_HOUR, TO_HOUR] = [6, 8, 20];
const LEARN_EVERY = 10;
/** What the floor bears: so many moves for 100 agents and hour, saved up for at most an hour and a half. */
export const MOVES_PER_100 = 6;
const SAVED_HOURS = 1.5;
/** Simulated for a promise: half of what the floor's own forecast takes. */
const CONTACTS = 12_000;
/** For so long after a move another one of the same agent costs more. */
const FRESH_MS = 30 * MINUTE_MS;
const OTHER_PACE = 0.95;

export interface LoopResult {
	offered: number;
	inTarget: number;
	abandoned: number;
	moves: number;
	agentHours: number;
	promises: Kept[];
}

/** A day under a policy: every three minutes it sees the floor as the live engine folds it and orders its moves. */
export async function runLoop(
	seed: number,
	policy: Policy,
	{ movesOf = MOVES_OF[policy], contactsPerPart = CONTACTS } = {}
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

	const goesIn = (agent: string, nowMs: number) => {
		const shift = known.shifts.get(agent)?.find(({ startAt, endAt }) => startAt <= nowMs && endAt > nowMs);
		return shift && (shift.endAt - nowMs) / 1000;
	};
	const state = new LiveState(configOf(day.scenario), () => null);
	const feed = new FloorFeed(state, 'bench');
	const movedAt = new Map<string, number>();
	const promises = new Promises(contactsPerPart);
	const result: LoopResult = {
		offered: 0,
		inTarget: 0,
		abandoned: 0,
		moves: 0,
		agentHours: 0,
		promises: promises.all
	};
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
		promises.settle(state, nowMs);
		if (nowMs > dayMs + TO_HOUR * HOUR_MS + PROMISE_SECONDS * 1000) break;
		feed.tick(nowMs);
		if (tick % LEARN_EVERY === 0) habits = await learnHabits(state, nowMs);
		const rows = feed.agentRows(nowMs);
		const onDuty = rows.filter(({ state: is }) => is !== null && is !== 'offline').length;
		if (nowMs > dayMs + TO_HOUR * HOUR_MS) continue;
		const earned = ((onDuty * MOVES_PER_100) / 100) * (TICK_MS / HOUR_MS);
		result.agentHours += (onDuty * TICK_MS) / HOUR_MS;
		const mostSaved = ((onDuty * MOVES_PER_100) / 100) * SAVED_HOURS;
		saved = Math.min(saved + earned, mostSaved);
		if (policy === 'none' || saved < 1) continue;
		const skilled = readPresent(state, rows, { habits, known }, nowMs);
		const placeOf = new Map(skilled.queues.map(({ id }, q) => [id, q]));
		const queuesOf = (agent: string, queue: number) =>
			served(agent, skilled.queues[queue]!.id).map((id) => placeOf.get(id)!);
		const places = rows.map(({ id }, a): AgentPlace => {
			const own = placeOf.get(serving.get(id)!)!;
			return {
				serving: own,
				can: skilled.agents[a]!.queues.map((queue) => ({
					queue,
					pace: skilled.queues[queue]!.id === day.ownQueue.get(id) ? 1 : OTHER_PACE,
					serves: queuesOf(id, queue)
				})),
				isFresh: nowMs - (movedAt.get(id) ?? -Infinity) < FRESH_MS,
				goesInSeconds: goesIn(id, nowMs)
			};
		});
		const floor: PresentFloor = {
			queues: skilled.queues,
			agents: skilled.agents.map((agent, a) => ({
				...agent,
				queues: queuesOf(rows[a]!.id, places[a]!.serving!)
			}))
		};
		const moves = movesOf({ floor, places, saved, mostSaved });
		if (moves.length === 0) continue;
		const changes = moves.map(({ agent, to }) => ({ agent, queues: queuesOf(rows[agent]!.id, to) }));
		if (policy === 'balancer') promises.make(floor, changes, nowMs);
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
