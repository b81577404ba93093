import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ScoredTurn, Turn, TurnScorer } from './turn-scorer.ts';

// Node runs the TypeScript of the worker as it stands; the bundle does not contain it.
const WORKER_FILE = resolve('src/lib/server/scorers/onnx-worker.ts');
/** A model that takes longer for a batch has hung. */
const MOST_MS = 60_000;

interface Pending {
	resolve: (scored: ScoredTurn[]) => void;
	reject: (error: Error) => void;
}
type Answer = { scored: ScoredTurn[] } | { error: string };

/** A transformer in a thread of its own, one batch at a time, so that nothing waits for it. */
export class WorkerScorer implements TurnScorer {
	readonly name: string;
	readonly #folder: string;
	readonly #file: string;
	#worker: Worker | null = null;
	#pending: Pending | null = null;

	/** @param file another thread, for tests */
	constructor({ name, folder }: { name: string; folder: string }, file = WORKER_FILE) {
		this.name = name;
		this.#folder = folder;
		this.#file = file;
	}

	/** Rejects when the thread fails, hangs or is closed; the next call starts another. */
	score(turns: readonly Turn[]): Promise<ScoredTurn[]> {
		if (this.#pending) throw new Error('Reading moods: one batch at a time; the last is still being read.');
		const worker = (this.#worker ??= this.#start());
		return new Promise<ScoredTurn[]>((done, reject) => {
			const timer = setTimeout(() => this.#fail(worker, new Error('The model did not answer.')), MOST_MS);
			this.#pending = {
				resolve: (scored) => (clearTimeout(timer), done(scored)),
				reject: (error) => (clearTimeout(timer), reject(error))
			};
			worker.postMessage(turns);
		});
	}

	#start(): Worker {
		const worker = new Worker(this.#file, { workerData: { folder: this.#folder } });
		worker.unref();
		worker.on('message', (answer: Answer) => {
			if ('error' in answer) return this.#fail(worker, new Error(answer.error));
			const pending = this.#pending;
			this.#pending = null;
			pending?.resolve(answer.scored);
		});
		worker.on('error', (error: Error) => this.#fail(worker, error));
		worker.on('exit', () => this.#fail(worker, new Error('The thread of the model has ended.')));
		return worker;
	}

	#fail(worker: Worker, error: Error): void {
		if (this.#worker !== worker) return;
		this.#worker = null;
		void worker.terminate();
		const pending = this.#pending;
		this.#pending = null;
		pending?.reject(error);
	}

	async close(): Promise<void> {
		const worker = this.#worker;
		if (worker) this.#fail(worker, new Error('The model was closed.'));
		await worker?.terminate();
	}
}
