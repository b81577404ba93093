import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../give-way.ts';
import type { Work, WorkerMessage } from './job-kinds.ts';

const { kind, payload, stopFlag } = workerData as {
	kind: string;
	payload: unknown;
	stopFlag: SharedArrayBuffer;
};
const flag = new Int32Array(stopFlag);
const send = (message: WorkerMessage): void => parentPort!.postMessage(message);

giveWay();
try {
	const { default: work } = (await import(`./kinds/${kind}.ts`)) as { default: Work };
	const result = await work(payload, {
		report: (progress, message) => send({ type: 'progress', progress, message: message ?? null }),
		shouldStop: () => Atomics.load(flag, 0) === 1,
		now: () => performance.now()
	});
	send({ type: 'done', result });
} catch (error) {
	send({ type: 'failed', error: error instanceof Error ? error.message : String(error) });
}
