import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ForeseeRequest, QueueOutlook } from './foresee-queues.ts';

// Node runs the TypeScript of the worker as it stands; the bundle does not contain it.
const WORKER_FILE = resolve('src/lib/server/predictions/worker.ts');

interface Pending {
	worker: Worker;
	resolve: (outlooks: QueueOutlook[]) => void;
	reject: (error: Error) => void;
}

/** Forecasts in a thread of its own, one at a time: the simulation of a large floor takes a second or two. */
export class ForesightWorker {
	#worker: Worker | null = null;
	#pending: Pending | null = null;

	/** Rejects when the thread fails or is stopped; the next call starts another. */
	foresee(request: ForeseeRequest): Promise<QueueOutlook[]> {
		if (this.#pending) throw new Error('Foreseeing: one forecast at a time; the last is still being made.');
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve, reject) => {
			this.#pending = { worker, resolve, reject };
			worker.postMessage(request);
		});
	}

	#start(): Worker {
		const worker = new Worker(WORKER_FILE);
		worker.unref();
		worker.on('message', (outlooks: QueueOutlook[]) => this.#take(worker)?.resolve(outlooks));
		// A failing thread tells of it and then ends: by then the next one may be at work.
		const fail = (error: Error) => {
			if (this.#worker === worker) this.#worker = null;
			this.#take(worker)?.reject(error);
		};
		worker.on('error', fail);
		worker.on('exit', () => fail(new Error('The forecasting thread has ended.')));
		return worker;
	}

	#take(worker: Worker): Pending | null {
		const pending = this.#pending;
		if (pending?.worker !== worker) return null;
		this.#pending = null;
		return pending;
	}

	async stop(): Promise<void> {
		const worker = this.#worker;
		this.#worker = null;
		await worker?.terminate();
	}
}
