import { randomUUID } from 'node:crypto';
import {
	isAskedFor,
	type DismissedProposal,
	type MovedAgent,
	type PromisedEffect,
	type Proposal,
	type ProposedDayChange,
	type ProposedOffer
} from '#lib/contracts/balance.ts';
import type { FloorChange, ChangedDay, QueueOffer } from './change-floor.ts';
import type { FindAnswer, FindRequest } from './find-moves.ts';
import { OFFERED_SECONDS } from './find-offers.ts';
import type { BalanceFloor } from './read-balance-floor.ts';
import { toEffect } from './to-effect.ts';
import { wayOf } from './way-of.ts';

/** What somebody has put aside is not proposed again before. */
export const DISMISSED_MS = 30 * 60_000;
/** Sooner than that nobody who takes a callback is to be called. */
const BACK_SOONEST_MS = 45 * 60_000;

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
		const { from, to, how, agents, dayChanges, offer } = proposal;
		const row = {
			...{ id, from, to, how },
			agents: offer?.contacts ?? agents.length + dayChanges.length,
			intent: offer?.intent ?? null,
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
	onFloor(read: BalanceFloor): FindRequest['standing'] {
		const { floor, agents, dayChanges, nowAt } = read;
		const at = new Map(agents.map(({ id }, a) => [id, a]));
		const queueAt = new Map(floor.queues.map(({ id }, q) => [id, q]));
		const isThere = ({ agent, before, after }: MovedAgent) => {
			const now = floor.agents[at.get(agent) ?? -1];
			if (!now?.isServing || now.queues.length !== before.length) return false;
			return (
				now.queues.every((queue) => before.includes(floor.queues[queue]!.id)) &&
				after.every((id) => queueAt.has(id))
			);
		};
		this.proposals = this.proposals.flatMap((proposal): Proposal[] => {
			const people = proposal.agents.filter(isThere);
			const days = proposal.dayChanges.filter((one) => wayOf(dayChanges, at.get(one.agent), one));
			const offer = proposal.offer && offerAgain(read, proposal.offer);
			if (people.length + days.length === 0 && !offer) return [];
			const was = proposal.agents.length + proposal.dayChanges.length;
			const part = was > 0 ? (people.length + days.length) / was : 1;
			const { costs, paidHours } = proposal;
			return [
				{
					...proposal,
					...{ agents: people, dayChanges: days, offer },
					...{ costs: part * costs, paidHours: part * paidHours }
				}
			];
		});
		return this.proposals.map(({ id, agents: moved, dayChanges: shifted, offer, costs, origin }) => ({
			id,
			changes: [
				...moved.map(({ agent, after }): FloorChange => ({
					agent: at.get(agent)!,
					queues: after.map((queue) => queueAt.get(queue)!)
				})),
				...shifted.map((one) => wayOf(dayChanges, at.get(one.agent), one)!),
				...(offer ? [offerOn(queueAt.get(offer.queue)!, offer, nowAt)] : [])
			],
			costs,
			isPinned: origin === 'what-if'
		}));
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
		const nameOf = (queue: number) => floor.queues[queue]!.id;
		const fresh = answer.found.map(({ from, to, how, changes, effects: found, ...figures }): Proposal => ({
			id: randomUUID(),
			origin: 'balancer',
			from: nameOf(from),
			to: to === null ? null : nameOf(to),
			how,
			agents: changes.flatMap(({ agent, queues }) => (queues ? [movedAgent(read, { agent, queues })] : [])),
			dayChanges: changes.flatMap(({ agent, day }) => (day ? [changedDay(read, agent, day)] : [])),
			offer: changes.flatMap(({ offer }) => (offer ? [proposedOffer(offer, nameOf)] : []))[0] ?? null,
			effects: found.map(effects),
			...figures,
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
		const atOnce = this.proposals.filter(({ dayChanges }) => !dayChanges.some(isAskedFor));
		this.together = atOnce.length > 1 ? answer.together.map(effects) : [];
	}
}

const changedDay = (
	{ agents }: BalanceFloor,
	agent: number,
	{ changes: _, ...day }: ChangedDay
): ProposedDayChange => ({ agent: agents[agent]!.id, ...day });

function proposedOffer(
	{ seconds: _, queue, ...offer }: QueueOffer,
	nameOf: (queue: number) => string
): ProposedOffer {
	return { ...offer, queue: nameOf(queue) };
}

/** An offer that nobody has accepted yet, as it would be made now; null where it cannot be made any more. */
function offerAgain({ floor, levers, nowAt }: BalanceFloor, offer: ProposedOffer): ProposedOffer | null {
	const queue = floor.queues.findIndex(({ id }) => id === offer.queue);
	const isOffered = levers[queue]?.offered.includes(offer.kind) ?? true;
	const isSoon = offer.backFromAt !== null && offer.backFromAt < nowAt + BACK_SOONEST_MS;
	return isOffered || isSoon ? null : { ...offer, untilAt: nowAt + OFFERED_SECONDS * 1000 };
}

/** An offer by place on the floor. */
export const offerOn = (queue: number, offer: ProposedOffer, nowAt: number): FloorChange => ({
	agent: null,
	offer: { ...offer, queue, seconds: (offer.untilAt - nowAt) / 1000 }
});

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
