import { getPriority } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { giveWay } from './give-way.ts';

it.runIf(process.platform === 'linux')('lets its own thread give way, and no other', async () => {
	const before = getPriority();
	const worker = new Worker(
		`import(${JSON.stringify(resolve('src/lib/server/give-way.ts'))}).then(({ giveWay }) => {
			giveWay();
			const stat = require('node:fs').readFileSync('/proc/thread-self/stat', 'utf8');
			require('node:worker_threads').parentPort.postMessage(Number(stat.split(') ')[1].split(' ')[16]));
		});`,
		{ eval: true }
	);
	const nice = await new Promise<number>((done, fail) => {
		worker.once('message', done);
		worker.once('error', fail);
	});
	await worker.terminate();
	expect(nice).toBe(10);
	expect(getPriority()).toBe(before);
	giveWay();
	expect(getPriority()).toBe(before);
});
