import type { ForeseenQueue } from '#solver/prediction/index.ts';
import type { FloorChange, QueueOffer } from './change-floor.ts';
import type { Candidate } from './find-candidates.ts';
import type { FindRequest } from './find-moves.ts';
import { lostWithin } from './judge-change.ts';
import { MOVE_COST } from './move-cost.ts';
import { takersOf, type SpareSpan } from './queue-levers.ts';

/** How long an offer stands. */
export const OFFERED_SECONDS = 1_800;
/** Within the hour that is foreseen a call back would be no relief. */
const BACK_AFTER_MS = 3_600_000;
/** Part of spare people's time that calls back may fill, and the fewest people to spare. */
const FILLED = 0.7;
const LEAST_SPARE = 0.5;
/** The queues that miss their target the most. */
const MOST_QUEUES = 2;
const CONTACTS = { least: 2, most: 20 };

/**
 * What those who wait in a queue that misses its target could be offered: a call back where the rest of the day has
 * people to spare, and a bot for the reason of which it settles most. To as many as are foreseen to be lost, or half.
 */
export function findOffers(request: FindRequest, now: readonly ForeseenQueue[]): Candidate[] {
	const { floor, weights, levers } = request;
	const lost = (queue: number) => weights[queue]! * lostWithin(now[queue]!);
	return [...floor.queues.keys()]
		.filter((queue) => lost(queue) >= MOVE_COST && levers[queue])
		.sort((a, b) => lost(b) - lost(a))
		.slice(0, MOST_QUEUES)
		.flatMap((queue): Candidate[] => {
			const lever = levers[queue]!;
			const wanted = [1, 0.5].map((part) =>
				Math.min(CONTACTS.most, Math.max(CONTACTS.least, Math.ceil(part * lostWithin(now[queue]!))))
			);
			const sizes = [...new Set(wanted)];
			const common = {
				queue,
				seconds: OFFERED_SECONDS,
				untilAt: request.nowAt + OFFERED_SECONDS * 1000
			};
			const { handle, concurrency } = floor.queues[queue]!;
			const back = (contacts: number) =>
				roomFor(lever.spare, {
					fromAt: request.nowAt + BACK_AFTER_MS,
					workSeconds: (contacts * handle.meanSeconds) / concurrency
				});
			const [called, talked] = [takersOf(lever, 'callback'), takersOf(lever, 'bot')];
			const calls = sizes.flatMap((contacts): QueueOffer[] => {
				const span = called && back(contacts);
				if (!called || !span) return [];
				const when = { backFromAt: span.fromAt, backToAt: span.toAt };
				return [{ ...common, ...called, ...when, kind: 'callback', contacts }];
			});
			const talks = sizes.flatMap((contacts): QueueOffer[] =>
				talked ? [{ ...common, ...talked, kind: 'bot', contacts, backFromAt: null, backToAt: null }] : []
			);
			return [calls, talks].flatMap((offers) => (offers.length > 0 ? [candidateOf(queue, offers)] : []));
		});
}

const candidateOf = (queue: number, offers: readonly QueueOffer[]): Candidate => ({
	from: queue,
	to: null,
	ways: offers.map((offer) => ({
		how: offer.kind,
		changes: [{ agent: null, offer }] satisfies FloorChange[]
	}))
});

/** The first stretch of time from `fromAt` on in which the people to spare carry so much work; null where none does. */
export function roomFor(
	spare: readonly SpareSpan[],
	{ fromAt, workSeconds }: { fromAt: number; workSeconds: number }
): { fromAt: number; toAt: number } | null {
	let since: number | null = null;
	let carried = 0;
	for (const span of spare) {
		if (span.fromAt < fromAt) continue;
		if (span.agents < LEAST_SPARE) {
			[since, carried] = [null, 0];
			continue;
		}
		since ??= span.fromAt;
		carried += (FILLED * span.agents * (span.toAt - span.fromAt)) / 1000;
		if (carried >= workSeconds) return { fromAt: since, toAt: span.toAt };
	}
	return null;
}
