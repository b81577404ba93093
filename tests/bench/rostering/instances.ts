import { existsSync, readFileSync } from 'node:fs';
import {
	parseInstance,
	solvePlainModel,
	validateInstance,
	type InstanceResult
} from '#solver/rostering/index.ts';
import { sideBySide } from './side-by-side.ts';

interface InstanceGoal {
	/** Best known value (schedulingbenchmarks.org, and a collection kept with an open solver). */
	best: number;
	seconds: number;
	/** How far above the best known a roster may be. */
	above: number;
}

const MINUTE = 60;
const TEN_MINUTES = 600;
const goal = (best: number, seconds: number, above: number): InstanceGoal => ({ best, seconds, above });

/** The public staff-scheduling benchmark: of small instances the best known is wanted in a minute, with a bound. */
export const INSTANCES: Readonly<Record<number, InstanceGoal>> = {
	1: goal(607, MINUTE, 0),
	2: goal(828, MINUTE, 0),
	3: goal(1001, MINUTE, 0),
	4: goal(1716, MINUTE, 0),
	5: goal(1143, MINUTE, 0),
	6: goal(1950, MINUTE, 0),
	7: goal(1056, MINUTE, 0),
	8: goal(1300, TEN_MINUTES, 0.01),
	10: goal(4631, TEN_MINUTES, 0.01),
	12: goal(4040, TEN_MINUTES, 0.01),
	14: goal(1278, TEN_MINUTES, 0.01),
	16: goal(3225, TEN_MINUTES, 0.03),
	18: goal(4459, TEN_MINUTES, 0.03),
	20: goal(4769, TEN_MINUTES, 0.08),
	22: goal(30241, TEN_MINUTES, 0.08)
};
const FOLDER = new URL('../../../../shared/reference/rostering/', import.meta.url);

const number = (value: number | null): string =>
	value === null ? '–' : String(Math.round(value * 100) / 100);

/** Ours beside the plain HiGHS model, each for the same time: a line for each instance with whether its goal is met. */
export async function benchInstances(
	instances: readonly number[],
	{
		seconds,
		seed,
		threads,
		withPlain
	}: { seconds: number | null; seed: number; threads: number; withPlain: boolean }
): Promise<boolean> {
	if (!existsSync(FOLDER)) {
		console.log('Skipped: the benchmark instances are not at ../shared/reference/rostering.');
		return true;
	}
	console.log(`seed ${seed}, threads ${threads}`);
	console.log('instance | ours | bound | seconds | best known | above it | plain HiGHS | its bound | goal');
	let isMet = true;
	for (const id of instances) {
		const file = new URL(`Instance${id}.txt`, FOLDER);
		if (!existsSync(file)) {
			console.log(`${id} | skipped: no such file`);
			continue;
		}
		const text = readFileSync(file, 'utf8');
		const instance = parseInstance(text);
		const wanted = INSTANCES[id];
		const limit = seconds ?? wanted?.seconds ?? TEN_MINUTES;
		const found = await sideBySide<InstanceResult>(
			{ instance: text },
			{ seconds: limit, seed, threads, gap: 0 }
		);
		const ours = found.result;
		const check = validateInstance(instance, ours);
		const isValid = check.valid && check.objective === ours.objective;
		if (!isValid)
			console.log(
				`${id}: the validator refuses our roster: ${check.violations[0]?.text ?? 'another objective'}`
			);
		const plain = withPlain ? await solvePlainModel(instance, limit, seed) : null;
		const above = wanted && ours.objective !== null ? ours.objective / wanted.best - 1 : null;
		const isGood =
			isValid &&
			(!wanted ||
				(above !== null && above <= wanted.above && (wanted.seconds > MINUTE || found.bound !== null)));
		isMet &&= isGood;
		console.log(
			[
				id,
				number(ours.objective),
				number(found.bound),
				found.seconds.toFixed(1),
				number(wanted?.best ?? null),
				above === null ? '–' : `${(above * 100).toFixed(2)} %`,
				plain ? number(plain.objective) : 'not run',
				plain ? number(plain.bound) : '',
				isGood ? '✓' : '✗'
			].join(' | ')
		);
	}
	return isMet;
}
