import { lateAhead, type ForeseenQueue } from '#solver/prediction/index.ts';
import { withChanged, type FloorChange } from './change-floor.ts';
import type { Candidate } from './find-candidates.ts';
import type { FindRequest } from './find-moves.ts';
import { lostWithin } from './judge-change.ts';
import { contactsAhead, MOVE_COST } from './move-cost.ts';

const SEED = 7;
/** Mirrored pairs of runs for each time that is tried. */
const PAIRS = 3;
/** Contacts simulated for all that is tried, about so many; and times tried. */
const MOST_SIMULATED = 600_000;
const TRIED = { least: 6, most: 40 };
/** The queues that miss their target the most; so many of their breaks at once, then one. */
const MOST_QUEUES = 2;
const TOGETHER = 3;

interface Tried {
	agent: number;
	change: FloorChange;
	saves: number;
}

/** Breaks of those who mainly serve a queue that misses its target, at the times that by a few runs save most. */
export function findBreaks(
	{ floor, places, weights, breaks, mostMoves, noBreaks }: FindRequest,
	now: readonly ForeseenQueue[],
	taken: readonly FloorChange[]
): Candidate[] {
	const isTaken = new Set(taken.map(({ agent }) => agent));
	const open = breaks.filter(({ agent }) => !isTaken.has(agent));
	const lost = (queue: number) => weights[queue]! * lostWithin(now[queue]!);
	const short = floor.queues
		.map((_, queue) => queue)
		.filter(
			(queue) =>
				lost(queue) >= MOVE_COST &&
				!noBreaks.includes(queue) &&
				open.some(({ agent }) => places[agent]!.serving === queue)
		)
		.sort((a, b) => lost(b) - lost(a))
		.slice(0, MOST_QUEUES);
	const before = withChanged(floor, taken);
	const tries = Math.floor(MOST_SIMULATED / (2 * PAIRS * contactsAhead(floor.queues)));
	let left = Math.min(TRIED.most, Math.max(TRIED.least, tries));
	return short.flatMap((queue): Candidate[] => {
		const late = (changes: readonly FloorChange[]) =>
			lateAhead(withChanged(before, changes), { seed: SEED, pairs: PAIRS, only: queue }).reduce(
				(sum, count, q) => sum + weights[q]! * count,
				0
			);
		const base = late([]);
		const best = new Map<number, Tried>();
		for (const change of open) {
			if (places[change.agent]!.serving !== queue || left-- <= 0) continue;
			const saves = base - late([change]);
			if (saves > (best.get(change.agent)?.saves ?? MOVE_COST / 2))
				best.set(change.agent, { agent: change.agent, change, saves });
		}
		const ranked = [...best.values()].sort((a, b) => b.saves - a.saves);
		const sizes = new Set([Math.min(TOGETHER, mostMoves, ranked.length), Math.min(1, ranked.length)]);
		return [...sizes].flatMap((size): Candidate[] =>
			size === 0
				? []
				: [
						{
							from: queue,
							to: null,
							costs: size * MOVE_COST,
							ways: [{ how: 'break', changes: ranked.slice(0, size).map(({ change }) => change) }]
						}
					]
		);
	});
}
