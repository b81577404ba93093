import type { CommandPayloads, CommandRow } from '#lib/contracts/commands.ts';
import type { AgentRow } from '#lib/contracts/live.ts';
import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import { queueWeight, type AgentPlace } from '#solver/balancing/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import type { LiveState, QueueState } from '../live/index.ts';
import type { Way } from '../dayplan/index.ts';
import type { PresentNow } from '../predictions/index.ts';
import { changesWithBreak, changesWithLeave, changesWithStay, type FloorChange } from './change-floor.ts';
import {
	noLeverFacts,
	queueLevers,
	type LeverFacts,
	type LineFacts,
	type OfferKind,
	type QueueLevers
} from './queue-levers.ts';

/** For so long after a move another one of the same agent costs more. */
const FRESH_MS = 30 * 60_000;
/** What a confirmed move has made of the floor is on the rows by then. */
const SETTLED_MS = 2 * 60_000;
const OTHER_PACE = 0.95;

/** The floor as the balancer reads it. Agents in the order of `agents`, queues in that of `floor.queues`. */
export interface BalanceFloor {
	/** As it will be once the moves on their way are carried out. */
	floor: PresentFloor;
	agents: AgentRow[];
	variants: ServiceLevelVariant[];
	places: AgentPlace[];
	/** What a contact weighs; 0 for queues of which nobody tells any more. */
	weights: number[];
	silentQueues: string[];
	/** What may change in the day of those who serve now. */
	dayChanges: FloorChange[];
	/** What else can be done at each queue. */
	levers: QueueLevers[];
	asOfMs: number;
	/** The floor's time: UTC ms. */
	nowAt: number;
}

/** What is known besides the live state. */
export interface KnownOfFloor {
	/** Moves and offers asked for of late, by hand or by the balancer, oldest first, without the refused ones. */
	orders: readonly CommandRow[];
	/** For their proficiency; who is not among them is as good at all they do. */
	people: readonly AgentRecord[];
	ways?: readonly Way[];
	facts?: LeverFacts;
	/** The floor's time less the wall clock's. */
	offsetMs?: number;
}

export function readBalanceFloor(
	state: LiveState,
	{ floor, agents, shifts, asOf }: Pick<PresentNow, 'floor' | 'agents' | 'shifts' | 'asOf'>,
	{ orders: asked, people, ways = [], facts = noLeverFacts(), offsetMs = 0 }: KnownOfFloor
): BalanceFloor {
	const orders = asked.filter(({ kind }) => kind === 'agent.queues');
	const states = floor.queues.map(({ id }) => state.queues.get(id)!);
	const placeOf = new Map(floor.queues.map(({ id }, place) => [id, place]));
	const isSilent = states.map(({ source }) => !source || (state.sources.get(source)?.isSilent(asOf) ?? true));
	const { ordered, fresh } = ordersOf(orders, asOf);
	const offered = offeredNow(asked, asOf + offsetMs);
	const served = floor.agents.map((agent, a) => {
		const queues = ordered.get(agents[a]!.id);
		return queues ? queues.flatMap((id) => placeOf.get(id) ?? []) : agent.queues;
	});
	const proficiency = new Map(people.map(({ id, skills }) => [id, new Map(skills.map((s) => [s.skillId, s.proficiency]))])); // prettier-ignore
	const skillOf = (queue: number) => states[queue]!.config.skillId;
	const homes = mainQueues(floor, served, (a, queue) => {
		const skill = skillOf(queue);
		return (skill === null ? null : proficiency.get(agents[a]!.id)?.get(skill)) ?? 1;
	});
	return {
		floor: {
			queues: floor.queues,
			agents: floor.agents.map((agent, a) => ({ ...agent, queues: served[a]! }))
		},
		agents,
		variants: states.map(({ config }) => config.variant),
		places: agents.map(({ id, skills }, a): AgentPlace => {
			const serving = homes[a]!;
			const able = floor.queues.flatMap((_, queue) => {
				const skill = skillOf(queue);
				if (serving === null) return [];
				return (skill !== null && skills.includes(skill)) || queue === serving ? [queue] : [];
			});
			return {
				serving,
				// Of a queue that nobody tells of nobody can say whether it can spare or needs anybody.
				can: able
					.filter((queue) => queue === serving || !(isSilent[queue] || isSilent[serving!]))
					.map((queue) => ({
						queue,
						pace: queue === serving ? 1 : OTHER_PACE,
						// Whoever is sent elsewhere serves their own queues beside it.
						serves: [queue, ...served[a]!.filter((own) => own !== queue)]
					})),
				isFresh: fresh.has(id),
				goesInSeconds: goesIn(shifts.get(id), asOf + agents[a]!.clockOffsetMs)
			};
		}),
		weights: floor.queues.map(({ priority }, queue) =>
			isSilent[queue] ? 0 : queueWeight(priority, moodsInLine(state, states[queue]!))
		),
		silentQueues: floor.queues.flatMap(({ id }, queue) =>
			isSilent[queue] && states[queue]!.source ? [id] : []
		),
		dayChanges: dayChangesOn(floor, agents, ways, asOf),
		levers: states.map((queue, q) => {
			const offers = offered.get(queue.config.id) ?? new Set();
			return queueLevers(lineOf(queue, floor.queues[q]!.waitingSeconds.length, [...offers]), facts);
		}),
		asOfMs: asOf,
		nowAt: asOf + offsetMs
	};
}

/** Until the shift that runs ends, where a roster knows it. */
function goesIn(shifts: readonly { startAt: number; endAt: number }[] | undefined, nowMs: number) {
	const running = shifts?.find(({ startAt, endAt }) => startAt <= nowMs && endAt > nowMs);
	return running && (running.endAt - nowMs) / 1000;
}

/** Who waits, for an offer: whoever comes from a bot is not sent back to it. */
const lineOf = ({ config, waiting }: QueueState, inLine: number, offered: OfferKind[]): LineFacts => ({
	id: config.id,
	channel: config.channel,
	intents: [...waiting].flatMap(({ intent, bot }) => (bot === null ? [intent] : [])),
	waiting: Math.max(1, inLine),
	offered
});

/** By queue, what its line has been asked to be offered and that is not over. */
function offeredNow(orders: readonly CommandRow[], nowAt: number): Map<string, Set<OfferKind>> {
	const offered = new Map<string, Set<OfferKind>>();
	for (const { kind, payload } of orders) {
		if (kind !== 'queue.callback' && kind !== 'queue.bot') continue;
		const { queue, until } = payload as CommandPayloads['queue.callback' | 'queue.bot'];
		if (Date.parse(until) <= nowAt) continue;
		const offers = offered.get(queue) ?? new Set();
		offered.set(queue, offers.add(kind === 'queue.callback' ? 'callback' : 'bot'));
	}
	return offered;
}

function dayChangesOn(
	floor: PresentFloor,
	agents: readonly AgentRow[],
	ways: readonly Way[],
	asOf: number
): FloorChange[] {
	const at = new Map(agents.map(({ id }, a) => [id, a]));
	return ways.flatMap(({ agentId, ...way }): FloorChange[] => {
		const agent = at.get(agentId) ?? -1;
		const present = floor.agents[agent];
		if (!present?.isServing) return [];
		const nowMs = asOf + agents[agent]!.clockOffsetMs;
		const seconds = (ms: number) => (ms - nowMs) / 1000;
		const [from, to] = [seconds(way.fromAt), seconds(way.toAt)];
		const { kind, movedTo } = way;
		const changes =
			movedTo !== null
				? changesWithBreak(present.changes, { from, to, moved: seconds(movedTo) })
				: kind === 'shortened'
					? changesWithLeave(present.changes, { from })
					: changesWithStay(present.changes, { from, to });
		return changes ? [{ agent, day: { ...way, changes } }] : [];
	});
}

/** By agent, the queues that are on their way to be served, and who was moved lately. */
function ordersOf(orders: readonly CommandRow[], asOf: number) {
	const ordered = new Map<string, readonly string[]>();
	const fresh = new Set<string>();
	for (const { payload, state, requestedAt, answeredAt } of orders) {
		const { agent, queues } = payload as CommandPayloads['agent.queues'];
		if (requestedAt > asOf - FRESH_MS) fresh.add(agent);
		if (state === 'requested' || (answeredAt ?? 0) > asOf - SETTLED_MS) ordered.set(agent, queues);
		else ordered.delete(agent);
	}
	return { ordered, fresh };
}

/**
 * The queue that each agent mainly serves: of those they serve the one they are best at; of several equally good ones
 * that whose load is shared by the fewest so far. Null: none.
 */
export function mainQueues(
	{ queues, agents }: PresentFloor,
	served: readonly (readonly number[])[],
	proficiency: (agent: number, queue: number) => number
): (number | null)[] {
	const load = queues.map(
		({ arrivals, waitingSeconds, handle, concurrency }) =>
			((arrivals.reduce((a, b) => a + b, 0) + waitingSeconds.length) * handle.meanSeconds) /
			concurrency /
			3600
	);
	const staff = queues.map(() => 0);
	return agents.map(({ isServing }, a) => {
		const own = served[a]!;
		if (own.length === 0) return null;
		const best = Math.max(...own.map((queue) => proficiency(a, queue)));
		const equal = own.filter((queue) => proficiency(a, queue) > best - 1e-9);
		const main = equal.reduce((x, y) => (load[y]! / (staff[y]! + 1) > load[x]! / (staff[x]! + 1) ? y : x));
		if (isServing) staff[main]!++;
		return main;
	});
}

/** The latest mood of each contact in line; null where nothing it said has one. */
const moodsInLine = ({ contacts }: LiveState, { waiting }: QueueState): (number | null)[] =>
	[...waiting].map(({ id }) => contacts.get(id)?.scores.findLast((score) => score !== null) ?? null);
