import type { Plan } from '../core/core-problem.ts';
import type { Random } from '../../numeric/random.ts';
import type { ColumnGeneration } from './column-generation.ts';

/**
 * Rounds the master's linear solution by requiring single days: of all (agent, day, option) that the solution
 * takes in part, the most decided are required, plans are priced anew, and so on until the solution is whole.
 * Softer than `dive`, as the rest of each agent's plan stays free. Requirements are lifted at the end.
 *
 * @param width options a day
 * @returns the plan of every agent, or null when stopped or led into a dead end
 */
export function diveByDays(
	master: ColumnGeneration,
	random: Random,
	days: number,
	width: number,
	roundsEach: number,
	shouldStop: () => boolean
): Plan[] | null {
	const { pool, held } = master;
	const agents = held.length;
	const share = new Float64Array(agents * days * width);
	let plans: Plan[] | null = null;
	while (!shouldStop()) {
		for (let i = 0; i < roundsEach; i++) if (shouldStop() || master.round(shouldStop).added === 0) break;
		if (shouldStop()) break;
		const weights = master.weights();
		share.fill(0);
		const chosen: (Plan | null)[] = Array.from({ length: agents }, () => null);
		for (let c = 0; c < weights.length; c++) {
			const weight = weights[c]!;
			if (weight < 1e-7) continue;
			const a = pool.agents[c]!;
			const plan = pool.plans[c]!;
			if (weight > 0.999) chosen[a] = plan.slice();
			for (let d = 0; d < days; d++) share[(a * days + d) * width + plan[d]!]! += weight;
		}
		if (chosen.every((p) => p !== null)) {
			plans = chosen;
			break;
		}
		const open: { at: number; score: number; value: number }[] = [];
		for (let at = 0; at < share.length; at++) {
			const value = share[at]!;
			if (value > 1e-6 && value < 0.999) open.push({ at, value, score: value + 0.1 * random.uniform() });
		}
		if (open.length === 0) break;
		open.sort((x, y) => y.score - x.score);
		const most = Math.max(1, Math.ceil((agents * days) / 60));
		open.slice(0, most).forEach(({ at, value }, i) => {
			if (i > 0 && value < 0.65) return;
			const cell = Math.floor(at / width);
			master.require(Math.floor(cell / days), cell % days, at % width);
		});
	}
	master.liftRequired();
	return plans;
}
