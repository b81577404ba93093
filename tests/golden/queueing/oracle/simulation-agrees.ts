import { erlangA, erlangC } from '#solver/queueing/index.ts';
import { createRandom } from '#solver/numeric/random.ts';
import type { OracleQueue } from './birth-death.ts';
import { simulateQueue, type Counted } from './simulate-queue.ts';

/** 32 independent runs a queue: Student's t with 31 degrees of freedom, two-sided 99 %. */
const RUNS = 32;
const T_99 = 2.744;
const CONTACTS = 2500;
const WARM_UP = 1000;
const LEVEL = 0.99;

export const MEASURES = ['probabilityOfWait', 'abandonment', 'serviceLevel', 'asaSeconds'] as const;

/** From one agent to 40, from quiet to twice what they can do, patience from a quarter of the AHT to endless. */
export const GRID: OracleQueue[] = [1, 8, 40].flatMap((agents) =>
	[0.5, 0.75, 1, 1.3, 2].flatMap((ratio) =>
		[60, 240, 960, Infinity]
			.filter((patienceSeconds) => patienceSeconds < Infinity || ratio < 0.8)
			.map((patienceSeconds) => ({
				loadErlangs: agents * ratio,
				agents,
				ahtSeconds: 240,
				patienceSeconds,
				thresholdSeconds: 20
			}))
	)
);

/** The formulas: Erlang C where patience is endless, Erlang A elsewhere. */
export function theory(queue: OracleQueue): Counted {
	if (queue.patienceSeconds < Infinity) return { ...erlangA(queue), asaSeconds: erlangA(queue).asaSeconds! };
	const c = erlangC(queue);
	if (c.status === 'unstable') throw new Error(c.explanation);
	return { ...c, abandonment: 0 };
}

/** Simulated mean and half width of its 99 % interval, for every queue of the grid. */
export function simulateGrid(seed: number) {
	return GRID.map((queue, q) => {
		const random = createRandom(seed).fork(`queue ${q}`);
		const runs = Array.from({ length: RUNS }, (_, run) =>
			simulateQueue(queue, CONTACTS, WARM_UP, random.fork(`run ${run}`))
		);
		const measures = MEASURES.map((name) => {
			const mean = runs.reduce((sum, run) => sum + run[name], 0) / RUNS;
			const variance = runs.reduce((sum, run) => sum + (run[name] - mean) ** 2, 0) / (RUNS - 1);
			return { name, mean, halfWidth: T_99 * Math.sqrt(variance / RUNS) };
		});
		return { queue, measures };
	});
}

/** How often a formula lies outside the simulation's interval, and the most misses that chance explains. */
export function compare(
	simulated: ReturnType<typeof simulateGrid>,
	formula: (queue: OracleQueue) => Counted
) {
	let [compared, misses, first] = [0, 0, ''];
	for (const { queue, measures } of simulated) {
		const wanted = formula(queue);
		for (const { name, mean, halfWidth } of measures) {
			// What never varied (no contact waited, or nobody can leave) has no interval.
			if (halfWidth === 0 && Math.abs(mean - wanted[name]) < 1e-3) continue;
			compared++;
			if (Math.abs(mean - wanted[name]) <= halfWidth) continue;
			misses++;
			first ||= `${name} ${wanted[name]} against ${mean} ± ${halfWidth} in ${JSON.stringify(queue)}`;
		}
	}
	return { compared, misses, allowed: mostMisses(compared, 1 - LEVEL), first };
}

/** The smallest number that a binomial count exceeds with a chance below one in a thousand. */
function mostMisses(n: number, p: number): number {
	let term = (1 - p) ** n;
	let sum = term;
	for (let k = 0; ; k++) {
		if (1 - sum < 0.001) return k;
		term *= ((n - k) / (k + 1)) * (p / (1 - p));
		sum += term;
	}
}
