import { PROMISE_SECONDS } from '#lib/contracts/balance.ts';
import type { CommandRow } from '#lib/contracts/commands.ts';
import type { AgentRow } from '#lib/contracts/live.ts';
import type { AgentRecord } from '#lib/server/agents/index.ts';
import { findMoves, readBalanceFloor } from '#lib/server/balancing/index.ts';
import { FloorFeed, LiveState } from '#lib/server/live/index.ts';
import { learnHabits, noHabits, readPresent } from '#lib/server/predictions/index.ts';
import { storeAfter, type MoveStore } from '#solver/balancing/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';
import { SimulatedCentre } from '#solver/simulation/index.ts';
import { knownOf } from '../prediction/known-of.ts';
import { configOf } from '../prediction/run-day.ts';
import { longestFirst, type Move, type Policy } from './policies.ts';
import { Promises, type Kept } from './promises.ts';
import { loopDay } from './scenario.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TICK_MS = 3 * MINUTE_MS;
const [OPENS, FROM_HOUR, TO_HOUR] = [6, 8, 20];
const LEARN_EVERY = 10;
/** Orders older than this tell the product nothing. */
const REMEMBERED_MS = 90 * MINUTE_MS;

export interface LoopResult {
	offered: number;
	inTarget: number;
	abandoned: number;
	moves: number;
	agentHours: number;
	promises: Kept[];
	/** Of the moves: who was lent, sent away from their queue, or left with one queue alone. */
	ways: Record<string, number>;
}

type Find = typeof findMoves;

/**
 * A day under a policy: every three minutes it sees the floor as the live engine folds it and orders its moves. The
 * balancer is the product's own: the floor as it reads it, what it proposes with moves left as they are counted there, and
 * every proposal accepted at once. It starts the day with no move saved up.
 */
export async function runLoop(seed: number, policy: Policy, find: Find = findMoves): Promise<LoopResult> {
	const day = loopDay(seed);
	const dayMs = Date.UTC(2026, 2, 2 + (seed % 5));
	const known = knownOf(day, dayMs, seed % 5);
	const centre = new SimulatedCentre(day.scenario, {
		seed,
		startMs: dayMs + OPENS * HOUR_MS,
		utcOffsetSecondsAt: () => 0,
		messages: false
	});
	const config = configOf(day.scenario);
	const people = peopleOf(day.scenario, config);
	const serving = new Map<string, string[]>();
	const orders: CommandRow[] = [];
	const assign = (agent: string, queues: string[], atMs: number) => {
		const id = `o${orders.length}`;
		serving.set(agent, queues);
		orders.push(confirmed(id, agent, queues, atMs));
		centre.order({ id, atMs, kind: 'agent.queues', agent, queues });
	};
	for (const { id } of day.scenario.agents) assign(id, [day.ownQueue.get(id)!], dayMs + OPENS * HOUR_MS);

	const state = new LiveState(config, () => null);
	const feed = new FloorFeed(state, 'bench');
	const promises = new Promises();
	const result: LoopResult = {
		...{ offered: 0, inTarget: 0, abandoned: 0, moves: 0, agentHours: 0 },
		promises: promises.all,
		ways: {}
	};
	let seq = 0;
	let store: MoveStore = { left: 0, most: 0 };
	let made = 0;
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
		const agents = feed.agentRows(nowMs).map((row) => ({ ...row, assigned: serving.get(row.id)! }));
		const onDuty = agents.filter(({ state: is }) => is !== null && is !== 'offline').length;
		if (nowMs > dayMs + TO_HOUR * HOUR_MS) continue;
		result.agentHours += (onDuty * TICK_MS) / HOUR_MS;
		store = storeAfter(store.left, { onDuty, hours: TICK_MS / HOUR_MS, made });
		made = 0;
		if (policy === 'none' || store.left < 1) continue;
		const floor = readPresent(state, agents, { habits, known }, nowMs);
		let moves: readonly Move[];
		if (policy === 'greedy') {
			const places = agents.map((row) => placeOf(row, floor, config, serving, day.ownQueue));
			moves = longestFirst({ floor, places, left: store.left });
		} else {
			const read = readBalanceFloor(
				state,
				{ floor, agents, shifts: known.shifts, asOf: nowMs },
				{ orders: orders.filter(({ requestedAt }) => requestedAt > nowMs - REMEMBERED_MS), people }
			);
			const { variants, weights, places, nowAt } = read;
			const answer = find({
				kind: 'find',
				...{ floor: read.floor, variants, weights, places, nowAt, store },
				mostMoves: Math.floor(store.left),
				...{ standing: [], notAlone: [], dayChanges: [], notOfDay: [], levers: [] }
			});
			moves = answer.found.flatMap(({ changes }) =>
				changes.flatMap(({ agent, queues }) => (queues ? [{ agent, queues }] : []))
			);
			for (const { how, changes } of answer.found)
				result.ways[how] = (result.ways[how] ?? 0) + changes.length;
			if (moves.length > 0) promises.make(read.floor, answer, moves, nowMs);
		}
		for (const { agent, queues } of moves)
			assign(
				agents[agent]!.id,
				queues.map((queue) => floor.queues[queue]!.id),
				nowMs
			);
		made = moves.length;
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

/** An order as the product keeps it once the telephony side has carried it out. */
const confirmed = (id: string, agent: string, queues: string[], atMs: number): CommandRow => ({
	...{ id, kind: 'agent.queues', subject: `agent:${agent}`, payload: { agent, queues } },
	...{ reason: null, origin: 'balancer', state: 'confirmed', answer: null, before: null },
	...{ requestedBy: 'bench', requestedByName: null },
	...{ requestedAt: atMs, answeredAt: atMs, expiresAt: atMs }
});

/** With the proficiency by which the product tells whose queue is whose. */
function peopleOf(
	{ agents, queues }: ReturnType<typeof loopDay>['scenario'],
	config: LiveState['config']
): AgentRecord[] {
	const skillOf = new Map(queues.map(({ skill }, q) => [skill, config.queues[q]!.skillId!]));
	return agents.map(({ id, skills }) => ({
		...{ id, name: id, teamId: null, isDemo: false, contract: null },
		skills: skills.map(({ skill, proficiency }) => ({ skillId: skillOf.get(skill)!, proficiency }))
	}));
}

/** For the greedy rule: who was sent to a queue is there, and serves their own beside it. */
function placeOf(
	{ id, skills }: AgentRow,
	{ queues }: PresentFloor,
	config: LiveState['config'],
	serving: ReadonlyMap<string, string[]>,
	ownQueue: ReadonlyMap<string, string>
) {
	const at = (queue: string) => queues.findIndex((one) => one.id === queue);
	const able = config.queues.filter(({ skillId }) => skillId !== null && skills.includes(skillId));
	return {
		serving: at(serving.get(id)![0]!),
		can: able.map((queue) => ({
			queue: at(queue.id),
			pace: 1,
			serves: [...new Set([queue.id, ownQueue.get(id)!])].map(at)
		})),
		isFresh: false
	};
}
