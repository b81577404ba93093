import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ForeseeRequest, QueueOutlook } from './foresee-queues.ts';

// Node runs the TypeScript of the worker as it stands; the bundle does not contain it.
const WORKER_FILE = resolve('src/lib/server/predictions/worker.ts');

/** Forecasts in a thread of its own, one at a time: the simulation of a large floor takes a second or two. */
export class ForesightWorker {
	#worker: Worker | null = null;
	#pending: { resolve: (outlooks: QueueOutlook[]) => void; reject: (error: Error) => void } | null = null;

	/** Rejects when the worker fails; the next call starts another. */
	foresee(request: ForeseeRequest): Promise<QueueOutlook[]> {
		if (this.#pending) throw new Error('Foreseeing: one forecast at a time; the last is still being made.');
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve, reject) => {
			this.#pending = { resolve, reject };
			worker.postMessage(request);
		});
	}

	#start(): Worker {
		const worker = new Worker(WORKER_FILE);
		worker.unref();
		worker.on('message', (outlooks: QueueOutlook[]) => {
			this.#pending?.resolve(outlooks);
			this.#pending = null;
		});
		const fail = (error: Error) => {
			this.#worker = null;
			this.#pending?.reject(error);
			this.#pending = null;
		};
		worker.on('error', fail);
		worker.on('exit', () => fail(new Error('The forecasting thread has ended.')));
		return worker;
	}

	async stop(): Promise<void> {
		const worker = this.#worker;
		this.#worker = null;
		await worker?.terminate();
	}
}
