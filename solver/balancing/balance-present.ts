import type { PresentAgent, PresentFloor } from '../prediction/index.ts';
import { STEP_SECONDS } from '../prediction/index.ts';
import { balanceFloor, type FloorAnswer, type FloorState } from './balance-floor.ts';
import type { BalanceGroup, BalanceLever } from './balance-problem.ts';

/** What the floor of the prediction does not tell of an agent. */
export interface AgentPlace {
	/** Place of the queue that they serve now; null: none. */
	serving: number | null;
	/** `serves`: all that they would serve when sent there, such as their own queue too; that queue alone by default. */
	can: readonly { queue: number; pace: number; serves?: readonly number[] }[];
	/** Moved lately: costs `AGAIN` times as much to move again. */
	isFresh: boolean;
	/** Until their shift ends, where a roster knows it; unlike the floor's changes also beyond the horizon. */
	goesInSeconds?: number;
}

export interface PresentOptions {
	windowSeconds: number;
	moveCost: number;
	mostMoves?: number;
	/** By queue; its priority by default. */
	weights?: readonly number[];
	levers?: readonly BalanceLever[];
}

export interface PresentAnswer extends FloorAnswer {
	/** Who moves, by place on the floor: those whose hands are free before those who are in a contact. */
	agents: { agent: number; to: number }[];
}

/** Somebody who is there for less of the window than this is not moved. */
const MOVABLE_SHARE = 0.6;
export const AGAIN = 3;

/**
 * Balances the floor from which the prediction starts: agents alike in what they serve and can serve are a group, by
 * the part of the window for which they are there; whoever is away most of it counts where they are.
 *
 * @throws RangeError for a floor that is none
 */
export function balancePresent(
	{ queues, agents }: PresentFloor,
	places: readonly AgentPlace[],
	{ windowSeconds, moveCost, mostMoves, weights, levers }: PresentOptions
): PresentAnswer {
	const fixed = queues.map(() => 0);
	const groups = new Map<string, { group: BalanceGroup; members: number[] }>();
	agents.forEach((agent, a) => {
		const { serving, can, isFresh } = places[a]!;
		const share = servingShare(agent, windowSeconds);
		if (serving === null || !agent.isServing || share < MOVABLE_SHARE) {
			if (serving !== null) fixed[serving]! += share;
			return;
		}
		const list = can.map(({ queue, pace }) => ({ queue: queues[queue]!.id, pace }));
		const id = `${serving}:${list.map(({ queue, pace }) => `${queue} ${pace}`).join()}${isFresh ? ':fresh' : ''}`;
		const known = groups.get(id);
		if (known) {
			known.group.agents++;
			known.members.push(a);
		} else {
			const own = isFresh ? AGAIN * moveCost : moveCost;
			const group = { id, agents: 1, serving: queues[serving]!.id, can: list, moveCost: own };
			groups.set(id, { group, members: [a] });
		}
	});
	const state: FloorState = {
		windowSeconds,
		moveCost,
		mostMoves,
		levers,
		groups: [...groups.values()].map(({ group }) => group),
		queues: queues.map((queue, q) => ({
			id: queue.id,
			waiting: queue.waitingSeconds.length,
			arrivals: arrivalsWithin(queue.arrivals, windowSeconds),
			ahtSeconds: queue.handle.meanSeconds / queue.concurrency,
			patienceSeconds: queue.patienceSeconds,
			thresholdSeconds: queue.thresholdSeconds,
			targetShare: Math.min(0.99, Math.max(0.01, queue.targetShare)),
			weight: weights?.[q] ?? queue.priority,
			fixed: fixed[q]!
		}))
	};
	const answer = balanceFloor(state);
	const at = new Map(queues.map(({ id }, q) => [id, q]));
	const free = new Map(
		[...groups].map(([id, { members }]) => [
			id,
			[...members].sort((a, b) => agents[a]!.contacts.length - agents[b]!.contacts.length)
		])
	);
	return {
		...answer,
		agents: answer.moves.flatMap(
			({ group, to, agents: count }) =>
			free.get(group)!.splice(0, count).map((agent) => ({ agent, to: at.get(to)! })) // prettier-ignore
		)
	};
}

/** The part of the window for which an agent serves, as far as is known. */
function servingShare({ isServing, changes }: PresentAgent, windowSeconds: number): number {
	let seconds = 0;
	let from = 0;
	let isOn = isServing;
	for (const change of changes) {
		const at = Math.min(windowSeconds, Math.max(from, change.inSeconds));
		if (isOn) seconds += at - from;
		[from, isOn] = [at, change.isServing];
	}
	if (isOn) seconds += windowSeconds - from;
	return seconds / windowSeconds;
}

function arrivalsWithin(steps: readonly number[], windowSeconds: number): number {
	let sum = 0;
	steps.forEach((count, k) => {
		const share = (windowSeconds - k * STEP_SECONDS) / STEP_SECONDS;
		sum += count * Math.min(1, Math.max(0, share));
	});
	return sum;
}
