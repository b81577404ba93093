import { parentPort, workerData } from 'node:worker_threads';
import { compareAgents, recommend, SEED_CATALOGUE, type PerformanceFacts } from '#solver/coaching/index.ts';

const facts = workerData as PerformanceFacts;
const start = performance.now();
const cpu = process.threadCpuUsage();
const comparison = compareAgents(facts);
const { agents } = recommend({ facts, comparison, catalogue: SEED_CATALOGUE });
const ms = performance.now() - start;
const { user, system } = process.threadCpuUsage(cpu);
const { heapUsed, arrayBuffers } = process.memoryUsage();
parentPort!.postMessage({
	ms,
	cpuMs: (user + system) / 1000,
	heapMb: (heapUsed + arrayBuffers) / 2 ** 20,
	findings: agents.reduce((sum, { findings }) => sum + findings.length, 0)
});
