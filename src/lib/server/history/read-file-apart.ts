import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParseHistoryOptions } from './parse-history.ts';
import { readFile, type ReadFile } from './read-file.ts';

// Node runs the TypeScript of the worker as it stands; the bundle does not contain it.
const WORKER_FILE = resolve('src/lib/server/history/read-worker.ts');
/** Smaller files are read in less time than a thread takes to start. */
const APART_FROM_BYTES = 256_000;

/** Reads a file, a large one in a thread of its own, so that the live floor does not wait for it. */
export function readFileApart(
	source: Uint8Array | string,
	options: ParseHistoryOptions
): Promise<ReadFile> | ReadFile {
	if (source.length < APART_FROM_BYTES) return readFile(source, options);
	const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
	return new Promise((done, failed) => {
		const worker = new Worker(WORKER_FILE, {
			workerData: { bytes, options },
			transferList: bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : []
		});
		worker.once('message', done);
		worker.once('error', failed);
		worker.once('exit', (code) =>
			failed(new Error(`Reading a history file: its thread ended with ${code}.`))
		);
	});
}
