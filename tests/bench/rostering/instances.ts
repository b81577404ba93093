import { existsSync, readFileSync } from 'node:fs';
import { parseInstance, solveInstance, solvePlainModel, validateInstance } from '#solver/rostering/index.ts';

/** Best known values of the public staff-scheduling benchmark. */
const BEST_KNOWN: Record<number, number> = {
	...{ 1: 607, 2: 828, 3: 1001, 4: 1716, 5: 1143, 6: 1950, 7: 1056, 8: 1300, 10: 4631, 12: 4040 },
	...{ 14: 1278, 16: 3225, 18: 4459, 20: 4769, 22: 30241 }
};
const FOLDER = new URL('../../../../shared/reference/rostering/', import.meta.url);

const number = (value: number | null): string =>
	value === null ? '–' : String(Math.round(value * 100) / 100);

/** Ours beside the plain HiGHS model, each for the same time, on the public staff-scheduling benchmark. */
export async function benchInstances(
	instances: readonly number[],
	{ seconds, seed, withPlain }: { seconds: number; seed: number; withPlain: boolean }
): Promise<boolean> {
	if (!existsSync(FOLDER)) {
		console.log('Skipped: the benchmark instances are not at ../shared/reference/rostering.');
		return true;
	}
	const now = () => performance.now();
	console.log(`seed ${seed}, ${seconds} s each, one thread`);
	console.log('instance | ours | bound | seconds | best known | above it | plain HiGHS | its bound');
	let sound = true;
	for (const id of instances) {
		const file = new URL(`Instance${id}.txt`, FOLDER);
		if (!existsSync(file)) {
			console.log(`${id} | skipped: no such file`);
			continue;
		}
		const instance = parseInstance(readFileSync(file, 'utf8'));
		const ours = await solveInstance(instance, { seconds, seed, now });
		const check = validateInstance(instance, ours);
		if (!check.valid || check.objective !== ours.objective) {
			sound = false;
			console.log(
				`${id}: the validator refuses our roster: ${check.violations[0]?.text ?? 'another objective'}`
			);
		}
		const plain = withPlain ? await solvePlainModel(instance, seconds, seed) : null;
		const best = BEST_KNOWN[id] ?? null;
		const above =
			best === null || ours.objective === null ? '–' : `${((ours.objective / best - 1) * 100).toFixed(2)} %`;
		console.log(
			[
				...[
					id,
					number(ours.objective),
					number(ours.lowerBound),
					ours.seconds.toFixed(1),
					number(best),
					above
				],
				...[plain ? number(plain.objective) : 'not run', plain ? number(plain.bound) : '']
			].join(' | ')
		);
	}
	return sound;
}
