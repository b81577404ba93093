import { solveCompact } from '../bound/compact-model.ts';
import { highs } from '../bound/linear-model.ts';
import { compileInstance } from './compile-instance.ts';
import type { BenchmarkInstance } from './instance.ts';

/** A benchmark instance given to HiGHS as the plain mixed-integer model: the yardstick for our own search. */
export async function solvePlainModel(
	instance: BenchmarkInstance,
	seconds: number,
	seed: number
): Promise<{ objective: number | null; bound: number }> {
	const { core, demand } = compileInstance(instance);
	const { objective, bound } = solveCompact(await highs(), core, demand, { seconds, seed });
	return { objective, bound };
}
