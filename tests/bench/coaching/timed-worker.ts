import { parentPort, workerData } from 'node:worker_threads';
import { compareAgents, recommend, SEED_CATALOGUE, type PerformanceFacts } from '#solver/coaching/index.ts';

const facts = workerData as PerformanceFacts;
const start = performance.now();
const comparison = compareAgents(facts);
const { agents } = recommend({ facts, comparison, catalogue: SEED_CATALOGUE });
const ms = performance.now() - start;
const { heapUsed, arrayBuffers } = process.memoryUsage();
parentPort!.postMessage({
	ms,
	heapMb: (heapUsed + arrayBuffers) / 2 ** 20,
	findings: agents.reduce((sum, { findings }) => sum + findings.length, 0)
});
