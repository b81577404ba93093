import { Worker } from 'node:worker_threads';
import { simulateCentre } from '#solver/coaching/testing/simulate-centre.ts';

/** Seconds to recompute everything from the facts, in a worker as the app does, by number of agents over 90 days. */
export async function speed(): Promise<number> {
	console.log('\nRecomputed in a worker, 90 days, all metrics, verdicts and recommendations');
	let seconds = 0;
	for (const agents of [125, 250, 500, 1000]) {
		const { facts } = simulateCentre({ agents, weeks: 13, seed: 7000 + agents });
		const columns = [...Object.values(facts.counts), ...Object.values(facts.sums), facts.agent, facts.day];
		const factsMb = columns.reduce((sum, column) => sum + column.byteLength, 0) / 2 ** 20;
		const { ms, cpuMs, heapMb, findings } = await inWorker(facts);
		// Of the thread: what other programs took from the machine is not in it.
		seconds = cpuMs / 1000;
		console.log(
			`  ${String(agents).padStart(5)} agents  ${String(facts.rows).padStart(8)} rows (${factsMb.toFixed(0)} MB)  ${seconds.toFixed(2)} s of processor, ${(ms / 1000).toFixed(2)} s by the clock  ${heapMb.toFixed(0)} MB in use at the end  ${findings} findings`
		);
	}
	return seconds;
}

const inWorker = (facts: unknown): Promise<{ ms: number; cpuMs: number; heapMb: number; findings: number }> =>
	new Promise((done, failed) => {
		const worker = new Worker(new URL('./timed-worker.ts', import.meta.url), { workerData: facts });
		worker.once('message', done);
		worker.once('error', failed);
	});
