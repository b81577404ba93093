import { parentPort, workerData } from 'node:worker_threads';
import type { ParseHistoryOptions } from './parse-history.ts';
import { readFile } from './read-file.ts';

const { bytes, options } = workerData as { bytes: Uint8Array; options: ParseHistoryOptions };
const file = readFile(bytes, options);
const { queue, startMs, offered, answered, abandoned, ahtSeconds } = file.columns;
parentPort!.postMessage(
	file,
	[queue, startMs, offered, answered, abandoned, ahtSeconds].map(({ buffer }) => buffer as ArrayBuffer)
);
