import type { ProposedDayChange, ProposedOffer } from '#lib/contracts/balance.ts';
import {
	HORIZON_SECONDS,
	withReassigned,
	type AgentChange,
	type LineOffer,
	type PresentFloor
} from '#solver/prediction/index.ts';

/** What a proposal changes, by place on the floor: the queues of one person, their day, or what a queue's line is offered. */
export type FloorChange =
	| { agent: number; queues: readonly number[]; day?: undefined; offer?: undefined }
	| { agent: number; queues?: undefined; day: ChangedDay; offer?: undefined }
	| { agent: null; queues?: undefined; day?: undefined; offer: QueueOffer };

/** A change of the day, with what is then to come of the person. */
export interface ChangedDay extends Omit<ProposedDayChange, 'agent'> {
	changes: AgentChange[];
}

/** An offer to those who wait in a queue. */
export interface QueueOffer extends Omit<ProposedOffer, 'queue'> {
	queue: number;
	/** Until it ends, from now. */
	seconds: number;
}

/** Until somebody is out of the line: they hear the offer and press a key; a bot has to talk with them first. */
const TAKES_SECONDS = { callback: 20, bot: 150 };

const lineOffer = ({ kind, seconds, contacts, reach, acceptShare, containment }: QueueOffer): LineOffer => ({
	seconds: Math.max(0, seconds),
	most: contacts,
	takeShare: reach * acceptShare,
	leaveShare: containment ?? 1,
	afterSeconds: TAKES_SECONDS[kind]
});

export function withChanged(floor: PresentFloor, changes: readonly FloorChange[]): PresentFloor {
	const agents = [...floor.agents];
	const queues = [...floor.queues];
	for (const { agent, day, offer } of changes) {
		if (day) agents[agent] = { ...agents[agent]!, changes: day.changes };
		if (!offer) continue;
		const queue = queues[offer.queue]!;
		queues[offer.queue] = { ...queue, offers: [...(queue.offers ?? []), lineOffer(offer)] };
	}
	return withReassigned(
		{ queues, agents },
		changes.flatMap(({ agent, queues: served }) => (served ? [{ agent, queues: served }] : []))
	);
}

/** People whom changes are about. */
export const peopleOf = (changes: readonly FloorChange[]): number =>
	changes.filter(({ agent }) => agent !== null).length;

/** How near a change of the floor must be to the roster's break to be that break. */
const SAME_SECONDS = 5;

const placeOf = (changes: readonly AgentChange[], seconds: number, isServing: boolean): number =>
	changes.findIndex((one) => one.isServing === isServing && Math.abs(one.inSeconds - seconds) < SAME_SECONDS);

/** What is to come of somebody who stays longer; null where the floor does not expect them to go then. */
export function changesWithStay(
	changes: readonly AgentChange[],
	{ from, to }: { from: number; to: number }
): AgentChange[] | null {
	const goes = placeOf(changes, from, false);
	if (goes < 0 || goes !== changes.length - 1) return null;
	const later = { ...changes[goes]!, inSeconds: to };
	return [...changes.slice(0, goes), ...(to < HORIZON_SECONDS ? [later] : [])];
}

/** What is to come of somebody who goes earlier; null where the floor does not expect them to be at work then. */
export function changesWithLeave(
	changes: readonly AgentChange[],
	{ from }: { from: number }
): AgentChange[] | null {
	const before = changes.filter(({ inSeconds }) => inSeconds < from);
	if (before.at(-1)?.isServing === false) return null;
	return [...before, { inSeconds: from, spreadSeconds: 0, isServing: false, reason: 'offline' }];
}

/** What is to come of somebody once a break begins at another time; null where the floor does not expect that break. */
export function changesWithBreak(
	changes: readonly AgentChange[],
	{ from, to, moved }: { from: number; to: number; moved: number }
): AgentChange[] | null {
	const [goes, comes] = [placeOf(changes, from, false), placeOf(changes, to, true)];
	if (goes < 0 || comes < 0) return null;
	return changes
		.map((one, i) => {
			if (i === goes) return { ...one, inSeconds: moved };
			return i === comes ? { ...one, inSeconds: moved + to - from } : one;
		})
		.sort((a, b) => a.inSeconds - b.inSeconds);
}
