import { randomUUID } from 'node:crypto';
import type {
	DismissedProposal,
	MovedAgent,
	PromisedEffect,
	Proposal,
	ProposedDayChange
} from '#lib/contracts/balance.ts';
import type { FloorChange, ChangedDay } from './change-floor.ts';
import { costsOf } from './move-cost.ts';
import type { FindAnswer, FindRequest } from './find-moves.ts';
import type { BalanceFloor } from './read-balance-floor.ts';
import { toEffect } from './to-effect.ts';
import { wayOf } from './way-of.ts';

/** What somebody has put aside is not proposed again before. */
export const DISMISSED_MS = 30 * 60_000;

/** The proposals that stand, from one look at the floor to the next: who is proposed stays so until it no longer pays. */
export class ProposalBook {
	proposals: Proposal[] = [];
	together: PromisedEffect[] = [];
	/** Grows with each answer to a proposal. */
	revision = 0;
	readonly #dismissed = new Map<string, { row: DismissedProposal; proposal: Proposal }>();

	/** Those put aside whose time is not over, latest first. */
	dismissed(wallMs: number): DismissedProposal[] {
		for (const [id, { row }] of this.#dismissed) if (row.untilMs <= wallMs) this.#dismissed.delete(id);
		return [...this.#dismissed.values()].map(({ row }) => row).reverse();
	}

	/** Whether a way was put aside. */
	isDismissed(from: string, to: string | null, how?: Proposal['how']): boolean {
		return [...this.#dismissed.values()].some(
			({ row }) => row.from === from && row.to === to && (how === undefined || row.how === how)
		);
	}

	find(id: string): Proposal | undefined {
		return this.proposals.find((proposal) => proposal.id === id);
	}

	/** Takes a proposal out: it is being carried out, or put aside. Undefined when it no longer stands. */
	take(id: string): Proposal | undefined {
		const proposal = this.find(id);
		this.proposals = this.proposals.filter((one) => one !== proposal);
		this.revision++;
		return proposal;
	}

	put(proposal: Proposal): void {
		this.revision++;
		this.proposals = [...this.proposals, proposal];
	}

	dismiss(
		id: string,
		by: { byName: string; reason: string | null },
		wallMs: number
	): DismissedProposal | null {
		const proposal = this.take(id);
		if (!proposal) return null;
		const { from, to, agents, dayChanges } = proposal;
		const row = {
			id,
			from,
			to,
			how: proposal.how,
			agents: agents.length + dayChanges.length,
			atMs: wallMs,
			...by,
			untilMs: wallMs + DISMISSED_MS
		};
		this.#dismissed.set(id, { row, proposal });
		return row;
	}

	/** Takes back what was put aside. False when there is no such. */
	restore(id: string): boolean {
		const found = this.#dismissed.get(id);
		if (!found) return false;
		this.#dismissed.delete(id);
		this.put(found.proposal);
		return true;
	}

	clear(): void {
		this.proposals = [];
		this.together = [];
	}

	/** What stands, by places on the floor. Who is not there or serves other queues by now drops out. */
	onFloor({ floor, agents, places, dayChanges }: BalanceFloor): FindRequest['standing'] {
		const at = new Map(agents.map(({ id }, a) => [id, a]));
		const queueAt = new Map(floor.queues.map(({ id }, q) => [id, q]));
		this.proposals = this.proposals
			.map((proposal) => ({
				...proposal,
				agents: proposal.agents.filter(({ agent, before, after }) => {
					const now = floor.agents[at.get(agent) ?? -1];
					if (!now?.isServing || now.queues.length !== before.length) return false;
					return (
						now.queues.every((queue) => before.includes(floor.queues[queue]!.id)) &&
						after.every((id) => queueAt.has(id))
					);
				}),
				dayChanges: proposal.dayChanges.filter((one) => wayOf(dayChanges, at.get(one.agent), one))
			}))
			.filter(({ agents: left, dayChanges: shifted }) => left.length + shifted.length > 0);
		return this.proposals.map(({ id, agents: moved, dayChanges: shifted, origin }) => {
			const changes = [
				...moved.map(({ agent, after }): FloorChange => ({
					agent: at.get(agent)!,
					queues: after.map((queue) => queueAt.get(queue)!)
				})),
				...shifted.map((one) => wayOf(dayChanges, at.get(one.agent), one)!)
			];
			return { id, changes, costs: costsOf(changes, places), isPinned: origin === 'what-if' };
		});
	}

	/** Takes over what a look at the floor has found. What was taken out meanwhile stays out. */
	update(read: BalanceFloor, answer: FindAnswer, wallMs: number): void {
		const { floor, asOfMs } = read;
		const effects = toEffect(floor);
		const judged = new Map(answer.standing.map((one) => [one.id, one]));
		const kept = this.proposals.flatMap((proposal) => {
			const found = judged.get(proposal.id);
			if (!found) return [];
			return [{ ...proposal, effects: found.effects.map(effects), saves: found.saves, asOfMs }];
		});
		const fresh = answer.found.map(({ from, to, how, changes, effects: found, saves, costs }): Proposal => ({
			id: randomUUID(),
			origin: 'balancer',
			from: floor.queues[from]!.id,
			to: to === null ? null : floor.queues[to]!.id,
			how,
			agents: changes.flatMap(({ agent, queues }) => (queues ? [movedAgent(read, { agent, queues })] : [])),
			dayChanges: changes.flatMap(({ agent, day }) => (day ? [changedDay(read, agent, day)] : [])),
			effects: found.map(effects),
			saves,
			costs,
			others: [],
			sinceMs: wallMs,
			asOfMs
		}));
		this.proposals = [...kept, ...fresh];
		const busy = new Set(
			this.proposals.flatMap(({ agents, dayChanges }) => [...agents, ...dayChanges].map(({ agent }) => agent))
		);
		this.proposals = this.proposals.map((proposal) => ({
			...proposal,
			others: othersFor(read, proposal, busy)
		}));
		const atOnce = this.proposals.filter(({ how }) => how !== 'stay');
		this.together = atOnce.length > 1 ? answer.together.map(effects) : [];
	}
}

const changedDay = (
	{ agents }: BalanceFloor,
	agent: number,
	{ changes: _, ...day }: ChangedDay
): ProposedDayChange => ({ agent: agents[agent]!.id, ...day });

export function movedAgent(
	{ floor, agents }: BalanceFloor,
	{ agent, queues }: { agent: number; queues: readonly number[] }
): MovedAgent {
	const name = (queue: number) => floor.queues[queue]!.id;
	return { agent: agents[agent]!.id, before: floor.agents[agent]!.queues.map(name), after: queues.map(name) };
}

/** Who else serves where these come from, and could go where they go. */
function othersFor(
	{ floor, agents, places }: BalanceFloor,
	{ from, to }: Proposal,
	busy: ReadonlySet<string>
): string[] {
	const id = (queue: number | null) => (queue === null ? null : floor.queues[queue]!.id);
	return agents.flatMap((row, a) => {
		const { serving, can } = places[a]!;
		const isOne = id(serving) === from && can.some(({ queue }) => id(queue) === to);
		return isOne && floor.agents[a]!.isServing && !busy.has(row.id) ? [row.id] : [];
	});
}
