import type { MovedAgent } from '#lib/contracts/balance.ts';
import type { WhatIfMove } from '#lib/contracts/what-if.ts';
import type { PresentAgent, PresentFloor } from '#solver/prediction/index.ts';
import { InvalidInputError } from '../access/index.ts';
import { movedAgent } from './proposal-book.ts';
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
				const queues = [to, ...was.filter((queue) => queue !== from && queue !== to)];
				moves.push(movedAgent(read, { agent: a, queues }));
				agents[a] = { ...agents[a]!, queues };
			}
			touched.add(from).add(to);
			continue;
		}
		const queue = placeOf(move.queue);
		touched.add(queue);
		if (move.kind === 'extra')
			for (let i = 0; i < move.count; i++)
				agents.push({ queues: [queue], isServing: true, contacts: [], changes: [], pauses: null });
		else
			for (const a of take(queue, move.count, null)) {
				absent.push(rows[a]!.id);
				// What they have in hand they finish.
				agents[a] = { ...agents[a]!, isServing: false, changes: [] };
			}
	}
	return { floor: { queues: floor.queues, agents }, moves, absent, touched };
}
