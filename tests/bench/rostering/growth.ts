import { solveCentre } from './centres.ts';

const AGENTS = [50, 100, 200, 400, 800];
const GAP = 0.02;
const MOST_SECONDS = 600;

/** Time to a gap of 2 % by the number of agents, over a week and three skills, as a ratio to the smallest. */
export async function benchGrowth(seed: number, threads: number): Promise<boolean> {
	let first: number | null = null;
	let isMet = true;
	for (const agents of AGENTS) {
		const found = await solveCentre(
			{ agents, weeks: 1, skills: 3, seed },
			{ seconds: MOST_SECONDS, threads, gap: GAP, stopsWhenMet: true }
		);
		const { metAfter } = found;
		first ??= metAfter;
		isMet &&= metAfter !== null;
		console.log(
			metAfter === null
				? `${agents} agents: not within 2 % after ${found.seconds.toFixed(0)} s (${((found.gap ?? 1) * 100).toFixed(2)} %)`
				: `${agents} agents: 2 % after ${metAfter.toFixed(1)} s, ${(metAfter / first!).toFixed(1)} times the first`
		);
	}
	return isMet;
}
