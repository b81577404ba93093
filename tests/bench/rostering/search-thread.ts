import { parentPort, workerData } from 'node:worker_threads';
import { parseInstance, parseProblem, solveInstance, solveRoster } from '#solver/rostering/index.ts';
import { generatedCentre } from '../../support/generated-centre.ts';
import type { ThreadWork } from './side-by-side.ts';

const { search, seed, seconds, stop } = workerData as ThreadWork;
const isRaised = new Int32Array(stop);
const options = {
	...{ seconds, seed, now: () => performance.now(), shouldStop: () => Atomics.load(isRaised, 0) === 1 },
	onProgress: ({ objective, bound }: { objective: number; bound: number | null }) =>
		parentPort!.postMessage({ kind: 'progress', objective, bound })
};
const result =
	'instance' in search
		? await solveInstance(parseInstance(search.instance), options)
		: await solveRoster(parseProblem(generatedCentre(search.centre)), options);
parentPort!.postMessage({ kind: 'result', result });
