import type { Plan } from '../core/core-problem.ts';
import type { Random } from '../../numeric/random.ts';
import type { ColumnGeneration } from './column-generation.ts';

/** A linear solution dearer by less than this share counts as no dearer. */
const CALM = 1e-4;

/** How often holds are taken back. */
const RETRIES = 12;

/**
 * Rounds the master's linear solution to a roster: holds the agents whose plan is decided, else one of the most
 * decided, prices new plans for the others against that, and repeats until all are held. Agents already held
 * stay so; those held here are let go again at the end.
 *
 * @param rounds pricing rounds between two holds: the least, and the most that are taken while the linear solution costs
 * more than the cutoff or, if calm, than before the hold; only the end of pricing tells then whether it has to
 * @param cutoff only a roster at no more cost is wanted: a hold after which the linear solution costs more is taken
 * back for another, a few times
 * @returns the plan of every agent, or null when stopped before the end or led past the cutoff
 */
export function dive(
	master: Pick<ColumnGeneration, 'pool' | 'held' | 'hold' | 'round' | 'weights'>,
	random: Random,
	rounds: { least: number; most: () => number; isCalm: boolean },
	shouldStop: () => boolean,
	cutoff = Infinity
): Plan[] | null {
	const { pool, held } = master;
	const agents = held.length;
	const mine: number[] = [];
	const hold = (agent: number, index: number) => {
		master.hold(agent, index);
		mine.push(agent);
		latest.push(agent);
	};
	let plans: Plan[] | null = null;
	let retries = RETRIES;
	/** Agents held since the linear solution last cost less than the cutoff, and plans that led past it. */
	let latest: number[] = [];
	const refused = new Set<number>();
	/** What the linear solution cost before the latest hold. */
	let before = Infinity;
	const isDear = (objective: number) =>
		objective > cutoff || (rounds.isCalm && objective > before + CALM * Math.abs(before));
	for (;;) {
		let objective = Infinity;
		for (let done = 1; !shouldStop(); done++) {
			const round = master.round(shouldStop);
			objective = round.linearObjective;
			if (round.added === 0) break;
			if (done >= (isDear(objective) ? rounds.most() : rounds.least)) break;
		}
		if (shouldStop()) break;
		before = objective;
		if (objective > cutoff) {
			if (retries-- === 0 || latest.length === 0) break;
			for (const a of latest) {
				refused.add(held[a]!);
				master.hold(a, -1);
				mine.splice(mine.indexOf(a), 1);
			}
			latest = [];
			master.round(shouldStop);
		} else latest = [];
		const weights = master.weights();
		const best = new Int32Array(agents).fill(-1);
		for (let c = 0; c < weights.length; c++) {
			const a = pool.agents[c]!;
			if (refused.has(c) && held[a] !== c) continue;
			if (best[a]! < 0 || weights[c]! > weights[best[a]!]!) best[a] = c;
		}
		let next = -1;
		let nextScore = -1;
		let decided = 0;
		for (let a = 0; a < agents; a++) {
			if (held[a]! >= 0 || best[a]! < 0) continue;
			const weight = weights[best[a]!]!;
			if (weight > 0.999) {
				hold(a, best[a]!);
				decided++;
				continue;
			}
			// A little chance, so that two dives from the same solution differ.
			const score = weight + 0.15 * random.uniform();
			if (score > nextScore) {
				nextScore = score;
				next = a;
			}
		}
		if (next < 0) {
			// An agent may be left of whom every plan was refused.
			if (held.every((c) => c >= 0)) plans = Array.from(held, (c) => pool.plans[c]!.slice());
			break;
		}
		if (decided === 0 || weights[best[next]!]! > 0.7) hold(next, best[next]!);
	}
	for (const a of mine) master.hold(a, -1);
	return plans;
}
