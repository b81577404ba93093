import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

interface Pending<Answer> {
	worker: Worker;
	resolve: (answer: Answer) => void;
	reject: (error: Error) => void;
}

/** A thread that answers one message with one message. It is started by the first request. */
export class OneThread<Request, Answer> {
	readonly #file: string;
	#worker: Worker | null = null;
	#pending: Pending<Answer> | null = null;

	/** @param file of the repository: Node runs the TypeScript of a worker as it stands; the bundle does not contain it */
	constructor(file: string) {
		this.#file = resolve(file);
	}

	/** Rejects when the thread fails or is stopped; the next call starts another. */
	ask(request: Request): Promise<Answer> {
		if (this.#pending) throw new Error('Asking a thread: one at a time; it is still at work on the last.');
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve, reject) => {
			this.#pending = { worker, resolve, reject };
			worker.postMessage(request);
		});
	}

	#start(): Worker {
		const worker = new Worker(this.#file);
		worker.unref();
		worker.on('message', (answer: Answer) => this.#take(worker)?.resolve(answer));
		// A failing thread tells of it and then ends: by then the next one may be at work.
		const fail = (error: Error) => {
			if (this.#worker === worker) this.#worker = null;
			this.#take(worker)?.reject(error);
		};
		worker.on('error', fail);
		worker.on('exit', () => fail(new Error('The thread has ended.')));
		return worker;
	}

	#take(worker: Worker): Pending<Answer> | null {
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
