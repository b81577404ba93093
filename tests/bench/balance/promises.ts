import { serviceLevel } from '#lib/contracts/service-level.ts';
import { PROMISE_SECONDS } from '#lib/contracts/balance.ts';
import type { FindAnswer } from '#lib/server/balancing/index.ts';
import type { LiveState } from '#lib/server/live/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';
import type { Move } from './policies.ts';

/** What a queue is to those who move: they come to it, leave it, go on serving it beside another, or it is only told on. */
export type Role = 'gaining' | 'losing' | 'sharing' | 'besides';

/** A promise that was accepted, and what came of it. */
export interface Kept {
	queue: string;
	role: Role;
	low: number;
	median: number;
	high: number;
	truth: number | null;
	/** Whether no other move touched the queue until then. */
	isAlone: boolean;
}

/** Keeps what the product promises of accepted moves for half an hour, and holds it against what the floor shows then. */
export class Promises {
	readonly all: Kept[] = [];
	readonly #open: { atMs: number; kept: Kept }[] = [];

	/** All that was found is accepted at once: what is promised is then what all of it does together. */
	make(floor: PresentFloor, { found, together }: FindAnswer, moves: readonly Move[], nowMs: number): void {
		const roles = rolesOf(floor, moves);
		const effects = found.length > 1 ? together : found[0]!.effects;
		for (const { kept } of this.#open) if (roles.has(kept.queue)) kept.isAlone = false;
		for (const { queue: place, after } of effects) {
			if (!after) continue;
			const { low, median, high } = after;
			const queue = floor.queues[place]!.id;
			const role = roles.get(queue) ?? 'besides';
			const kept: Kept = { queue, role, low, median, high, truth: null, isAlone: true };
			this.all.push(kept);
			this.#open.push({ atMs: nowMs + PROMISE_SECONDS * 1000, kept });
		}
	}

	/** To be called at every tick: promises whose time has come are held against the floor. */
	settle(state: LiveState, nowMs: number): void {
		for (const promise of this.#open.splice(0)) {
			if (promise.atMs > nowMs) this.#open.push(promise);
			else promise.kept.truth = levelOf(state, promise.kept.queue, nowMs);
		}
	}
}

function rolesOf({ queues, agents }: PresentFloor, moves: readonly Move[]): Map<string, Role> {
	const roles = new Map<string, Role>();
	const set = (q: number, role: Role) => {
		const { id } = queues[q]!;
		if (role === 'gaining' || !roles.has(id) || roles.get(id) === 'sharing') roles.set(id, role);
	};
	for (const { agent, queues: next } of moves) {
		const was = agents[agent]!.queues;
		for (const q of next) set(q, was.includes(q) ? 'sharing' : 'gaining');
		for (const q of was) if (!next.includes(q)) set(q, 'losing');
	}
	return roles;
}

function levelOf(state: LiveState, id: string, nowMs: number): number | null {
	const { tallies, config } = state.queues.get(id)!;
	return serviceLevel(config.variant, tallies.sum(nowMs - PROMISE_SECONDS * 1000, nowMs));
}
