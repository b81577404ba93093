import { OneThread } from '../one-thread.ts';
import type { ForeseeRequest, QueueOutlook } from './foresee-queues.ts';

/** Forecasts in a thread of its own, one at a time: the simulation of a large floor takes a second or two. */
export class ForesightWorker {
	readonly #thread = new OneThread<ForeseeRequest, QueueOutlook[]>('src/lib/server/predictions/worker.ts');

	/** Rejects when the thread fails or is stopped; the next call starts another. */
	foresee(request: ForeseeRequest): Promise<QueueOutlook[]> {
		return this.#thread.ask(request);
	}

	stop(): Promise<void> {
		return this.#thread.stop();
	}
}
