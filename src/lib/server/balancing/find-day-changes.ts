import { lateAhead, type ForeseenQueue } from '#solver/prediction/index.ts';
import { withChanged, type FloorChange } from './change-floor.ts';
import type { Candidate } from './find-candidates.ts';
import type { FindRequest } from './find-moves.ts';
import { lostWithin } from './judge-change.ts';
import { contactsAhead, costsOf, MOVE_COST } from './move-cost.ts';

const SEED = 7;
/** Mirrored pairs of runs for each time that is tried. */
const PAIRS = 3;
/** Contacts simulated for all that is tried, about so many; and times tried. */
const MOST_SIMULATED = 600_000;
const TRIED = { least: 6, most: 40 };
/** The queues that miss their target the most; so many of their breaks at once, then one; so many who might stay. */
const MOST_QUEUES = 2;
const TOGETHER = 3;
const MOST_STAYS = 2;
const HOW = { moved: 'break', extended: 'stay' } as const;

interface Tried {
	kind: keyof typeof HOW;
	change: FloorChange;
	saves: number;
}

/**
 * What changes in the day of those who mainly serve a queue that misses its target save most by a few runs: breaks at
 * another time, some together or one; and single people who could stay longer, as each is to be asked.
 */
export function findDayChanges(
	{ floor, places, weights, dayChanges, mostMoves, notOfDay }: FindRequest,
	now: readonly ForeseenQueue[],
	taken: readonly FloorChange[]
): Candidate[] {
	const isTaken = new Set(taken.map(({ agent }) => agent));
	const open = dayChanges.flatMap((change) => {
		if (!change.day || change.day.kind === 'shortened' || isTaken.has(change.agent)) return [];
		const [kind, queue] = [change.day.kind, places[change.agent]!.serving];
		const isAside = notOfDay.some((one) => one.queue === queue && one.how === HOW[kind]);
		return isAside ? [] : [{ kind, change }];
	});
	const lost = (queue: number) => weights[queue]! * lostWithin(now[queue]!);
	const short = floor.queues
		.map((_, queue) => queue)
		.filter(
			(queue) =>
				lost(queue) >= MOVE_COST && open.some(({ change }) => places[change.agent]!.serving === queue)
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
		const best = new Map<string, Tried>();
		for (const { kind, change } of open) {
			if (places[change.agent]!.serving !== queue || left-- <= 0) continue;
			const key = `${change.agent} ${kind}`;
			const saves = base - late([change]);
			if (saves > (best.get(key)?.saves ?? costsOf([change], { floor, places }) / 2))
				best.set(key, { kind, change, saves });
		}
		const ranked = [...best.values()].sort((a, b) => b.saves - a.saves);
		const of = (wanted: Tried['kind']) =>
			ranked.filter(({ kind }) => kind === wanted).map(({ change }) => change);
		const candidate = (changes: FloorChange[], kind: Tried['kind']): Candidate => ({
			...{ from: queue, to: null },
			ways: [{ how: HOW[kind], changes }]
		});
		const breaks = of('moved');
		const sizes = new Set([Math.min(TOGETHER, mostMoves, breaks.length), Math.min(1, breaks.length)]);
		return [
			...[...sizes].flatMap((size) => (size > 0 ? [candidate(breaks.slice(0, size), 'moved')] : [])),
			...of('extended')
				.slice(0, MOST_STAYS)
				.map((change) => candidate([change], 'extended'))
		];
	});
}
