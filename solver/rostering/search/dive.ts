import type { Plan } from '../core/core-problem.ts';
import type { Random } from '../../numeric/random.ts';
import type { ColumnGeneration } from './column-generation.ts';

/**
 * Rounds the master's linear solution to a roster: holds the agents whose plan is decided, else one of the most
 * decided, prices new plans for the others against that, and repeats until all are held. Agents already held
 * stay so; those held here are let go again at the end.
 *
 * @param roundsEach pricing rounds between two holds
 * @returns the plan of every agent, or null when stopped before the end
 */
export function dive(
	master: ColumnGeneration,
	random: Random,
	roundsEach: number,
	shouldStop: () => boolean
): Plan[] | null {
	const { pool, held } = master;
	const agents = held.length;
	const mine: number[] = [];
	const hold = (agent: number, index: number) => {
		master.hold(agent, index);
		mine.push(agent);
	};
	let plans: Plan[] | null = null;
	for (;;) {
		for (let i = 0; i < roundsEach; i++) if (shouldStop() || master.round(shouldStop).added === 0) break;
		if (shouldStop()) break;
		const weights = master.weights();
		const best = new Int32Array(agents).fill(-1);
		for (let c = 0; c < weights.length; c++) {
			const a = pool.agents[c]!;
			if (best[a]! < 0 || weights[c]! > weights[best[a]!]!) best[a] = c;
		}
		let next = -1;
		let nextScore = -1;
		let decided = 0;
		for (let a = 0; a < agents; a++) {
			if (held[a]! >= 0) continue;
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
			plans = Array.from(held, (c) => pool.plans[c]!.slice());
			break;
		}
		if (decided === 0 || weights[best[next]!]! > 0.7) hold(next, best[next]!);
	}
	for (const a of mine) master.hold(a, -1);
	return plans;
}
