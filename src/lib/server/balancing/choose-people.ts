import type { MovedAgent } from '#lib/contracts/balance.ts';
import type { WhatIfMove } from '#lib/contracts/what-if.ts';
import type { PresentAgent, PresentFloor } from '#solver/prediction/index.ts';
import { InvalidInputError } from '../access/index.ts';
import { withChanged, type QueueOffer } from './change-floor.ts';
import { OFFERED_SECONDS } from './find-offers.ts';
import { movedAgent } from './proposal-book.ts';
import { takersOf } from './queue-levers.ts';
import type { BalanceFloor } from './read-balance-floor.ts';

export interface ChangedFloor {
	floor: PresentFloor;
	moves: MovedAgent[];
	absent: string[];
	/** Places of the queues that somebody comes to or leaves. */
	touched: Set<number>;
}

const ACTION = 'Asking what if';

/**
 * Names the people of a what-if on the floor as it is: of those who serve the queue first those who mainly do, who have
 * not just been moved, and whose hands are free. Nobody is taken twice.
 *
 * @throws InvalidInputError where a queue is unknown, or fewer people are there than are to go
 */
export function choosePeople(read: BalanceFloor, wanted: readonly WhatIfMove[]): ChangedFloor {
	const { floor, places, agents: rows } = read;
	const agents: PresentAgent[] = [...floor.agents];
	let { queues } = floor;
	const used = new Set<number>();
	const moves: MovedAgent[] = [];
	const absent: string[] = [];
	const touched = new Set<number>();
	const placeOf = (id: string): number => {
		const place = floor.queues.findIndex((queue) => queue.id === id);
		if (place < 0) throw new InvalidInputError(`${ACTION}: there is no queue "${id}".`);
		return place;
	};
	const take = (from: number, count: number, to: number | null): number[] => {
		const there = floor.agents.flatMap(({ isServing, queues }, a) => {
			const isOne = isServing && queues.includes(from) && !used.has(a);
			return isOne && (to === null || places[a]!.can.some(({ queue }) => queue === to)) ? [a] : [];
		});
		if (there.length < count) {
			const which = `${count} of queue "${floor.queues[from]!.id}"${to === null ? '' : ` to queue "${floor.queues[to]!.id}"`}`;
			const who = to === null ? 'who serve it are at work' : 'who serve it are at work and able';
			throw new InvalidInputError(`${ACTION}: ${which}, but ${there.length} ${who}.`);
		}
		const reluctance = (a: number) => {
			const { serving, isFresh } = places[a]!;
			return (serving === from ? 0 : 10_000) + (isFresh ? 1_000 : 0) + floor.agents[a]!.contacts.length;
		};
		const chosen = there
			.sort((a, b) => reluctance(a) - reluctance(b) || (rows[a]!.id < rows[b]!.id ? -1 : 1))
			.slice(0, count);
		for (const a of chosen) used.add(a);
		return chosen;
	};
	for (const move of wanted) {
		if (move.kind === 'move') {
			const [from, to] = [placeOf(move.from), placeOf(move.to)];
			if (from === to) throw new InvalidInputError(`${ACTION}: from queue "${move.from}" to itself.`);
			for (const a of take(from, move.count, to)) {
				const was = agents[a]!.queues;
				const next = [to, ...was.filter((queue) => queue !== from && queue !== to)];
				moves.push(movedAgent(read, { agent: a, queues: next }));
				agents[a] = { ...agents[a]!, queues: next };
			}
			touched.add(from).add(to);
			continue;
		}
		const queue = placeOf(move.queue);
		touched.add(queue);
		const { kind, count } = move;
		if (kind === 'callback' || kind === 'bot') {
			const offer = offerOf(read, queue, { kind, count });
			queues = withChanged({ queues, agents }, [{ agent: null, offer }]).queues;
		} else if (kind === 'extra')
			for (let i = 0; i < count; i++)
				agents.push({ queues: [queue], isServing: true, contacts: [], changes: [], pauses: null });
		else
			for (const a of take(queue, count, null)) {
				absent.push(rows[a]!.id);
				// What they have in hand they finish.
				agents[a] = { ...agents[a]!, isServing: false, changes: [] };
			}
	}
	return { floor: { queues, agents }, moves, absent, touched };
}

/** As it would be made now: for half an hour, to be taken as often as is expected of it. */
function offerOf(
	{ floor, levers, nowAt }: BalanceFloor,
	queue: number,
	{ kind, count }: { kind: 'callback' | 'bot'; count: number }
): QueueOffer {
	const taken = takersOf(levers[queue]!, kind);
	if (!taken) {
		const what =
			kind === 'bot' ? 'no bot contains well what those who wait are there for, or it' : 'a call back';
		throw new InvalidInputError(
			`${ACTION}: in queue "${floor.queues[queue]!.id}" ${what} can't be offered now.`
		);
	}
	const untilAt = nowAt + OFFERED_SECONDS * 1000;
	const when = { untilAt, seconds: OFFERED_SECONDS, backFromAt: null, backToAt: null };
	return { ...taken, ...when, kind, queue, contacts: count };
}
