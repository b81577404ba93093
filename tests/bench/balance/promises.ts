import { serviceLevel } from '#lib/contracts/service-level.ts';
import type { LiveState } from '#lib/server/live/index.ts';
import { foreseeChange, type AgentReassigned, type PresentFloor } from '#solver/prediction/index.ts';

export const PROMISE_SECONDS = 1800;

/** What a queue is to those who move: they come to it, leave it, or go on serving it beside another. */
export type Role = 'gaining' | 'losing' | 'sharing';

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

/** Keeps what moves promise for half an hour later, and holds it against what the floor shows then. */
export class Promises {
	readonly all: Kept[] = [];
	readonly #open: { atMs: number; kept: Kept }[] = [];
	readonly #contactsPerPart: number;

	constructor(contactsPerPart: number) {
		this.#contactsPerPart = contactsPerPart;
	}

	make(floor: PresentFloor, changes: readonly AgentReassigned[], nowMs: number): void {
		if (this.#contactsPerPart === 0) return;
		const roles = rolesOf(floor, changes);
		for (const { kept } of this.#open) if (roles.has(kept.queue)) kept.isAlone = false;
		const effects = foreseeChange(floor, changes, PROMISE_SECONDS, {
			seed: 1,
			contactsPerPart: this.#contactsPerPart,
			serviceLevel: (_, counts) => serviceLevel('of-offered', counts)
		});
		for (const { queue, after } of effects) {
			if (!after) continue;
			const { low, median, high } = after;
			const kept: Kept = { queue, role: roles.get(queue)!, low, median, high, truth: null, isAlone: true };
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

function rolesOf({ queues, agents }: PresentFloor, changes: readonly AgentReassigned[]): Map<string, Role> {
	const roles = new Map<string, Role>();
	const set = (q: number, role: Role) => {
		const { id } = queues[q]!;
		if (role === 'gaining' || !roles.has(id) || roles.get(id) === 'sharing') roles.set(id, role);
	};
	for (const { agent, queues: next } of changes) {
		const was = agents[agent]!.queues;
		for (const q of next) set(q, was.includes(q) && next.length > 1 ? 'sharing' : 'gaining');
		for (const q of was) if (!next.includes(q)) set(q, 'losing');
	}
	return roles;
}

function levelOf(state: LiveState, id: string, nowMs: number): number | null {
	const { tallies, config } = state.queues.get(id)!;
	return serviceLevel(config.variant, tallies.sum(nowMs - PROMISE_SECONDS * 1000, nowMs));
}
