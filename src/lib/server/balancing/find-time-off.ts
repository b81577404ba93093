import type { ForeseenQueue } from '#solver/prediction/index.ts';
import type { ChangedDay, FloorChange } from './change-floor.ts';
import type { Candidate } from './find-candidates.ts';
import type { FindRequest } from './find-moves.ts';
import { isSafe } from './judge-change.ts';

/** So many of a queue at once, else one; and queues. */
const TOGETHER = 3;
const MOST_QUEUES = 2;
/** Who stays to spare beyond those who go, as long as they would have been there. */
const LEFT_TO_SPARE = 1;

type Leave = FloorChange & { day: ChangedDay };

/**
 * Who could go earlier: people of queues that are as good as sure to keep their target over the next hour, and that
 * have people to spare by the plan's own terms until the end of their shift. Of each person the longest time; those
 * first who save most hours.
 */
export function findTimeOff(
	{ floor, places, dayChanges, mostMoves, notOfDay, levers, weights, standing }: FindRequest,
	now: readonly ForeseenQueue[]
): Candidate[] {
	const gone = standing.flatMap(({ changes }) => changes).filter(({ day }) => day?.kind === 'shortened');
	const leaves = dayChanges.filter((change): change is Leave => change.day?.kind === 'shortened');
	const isOf = (queue: number) => (change: FloorChange) =>
		change.agent !== null && places[change.agent]!.serving === queue;
	return [...floor.queues.keys()]
		.filter((queue) => {
			const isAside = notOfDay.some((one) => one.queue === queue && one.how === 'leave');
			return (
				weights[queue]! > 0 && !isAside && levers[queue] && isSafe(now[queue]!) && leaves.some(isOf(queue))
			);
		})
		.map((queue) => {
			const { spare } = levers[queue]!;
			const taken = gone.filter(isOf(queue)).length;
			const sizes = [...new Set([Math.min(TOGETHER, mostMoves), 1])].filter((size) => size > 0);
			return { queue, groups: sizes.map((size) => group(leaves.filter(isOf(queue)), spare, size, taken)) };
		})
		.sort((a, b) => hoursOf(b.groups[0] ?? []) - hoursOf(a.groups[0] ?? []))
		.slice(0, MOST_QUEUES)
		.flatMap(({ queue, groups }) =>
			groups.flatMap((changes): Candidate[] =>
				changes.length > 0 ? [{ from: queue, to: null, ways: [{ how: 'leave', changes }] }] : []
			)
		);
}

/** So many people with the longest time each, whose queue can spare all of them all that time; none where there are not so many. */
function group(
	leaves: readonly Leave[],
	spare: FindRequest['levers'][number]['spare'],
	size: number,
	taken: number
): Leave[] {
	const longest = new Map<number | null, Leave>();
	for (const change of leaves) {
		const { fromAt, toAt } = change.day;
		const spans = spare.filter((span) => span.fromAt < toAt && span.toAt > fromAt);
		const isKnown = spans.length > 0 && spans[0]!.fromAt <= fromAt && spans.at(-1)!.toAt >= toAt;
		if (!isKnown || spans.some(({ agents }) => agents < size + taken + LEFT_TO_SPARE)) continue;
		const best = longest.get(change.agent);
		if (!best || best.day.fromAt > fromAt) longest.set(change.agent, change);
	}
	const ranked = [...longest.values()].sort((a, b) => hoursOf([b]) - hoursOf([a]));
	return ranked.length < size ? [] : ranked.slice(0, size);
}

const hoursOf = (changes: readonly Leave[]): number =>
	changes.reduce((sum, { day }) => sum + (day.toAt - day.fromAt) / 3_600_000, 0);
