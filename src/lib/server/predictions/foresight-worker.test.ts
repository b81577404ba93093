import { afterEach, expect, it } from 'vitest';
import { foreseeQueues, type ForeseeRequest } from './foresee-queues.ts';
import { ForesightWorker } from './foresight-worker.ts';

const request = (meanSeconds = 200): ForeseeRequest => ({
	floor: {
		queues: [
			{
				id: 'calls',
				thresholdSeconds: 20,
				shortAbandonSeconds: 5,
				targetShare: 0.8,
				priority: 1,
				concurrency: 1,
				waitingSeconds: [30, 5],
				arrivals: new Array<number>(12).fill(6),
				usualArrivals: null,
				levelShape: 40,
				handle: { meanSeconds, cv: 0.8, meanError: 0.05, wrapSeconds: 20, usualSeconds: null },
				patienceSeconds: 180,
				abandonShare: 1,
				ringSeconds: 2,
				past: []
			}
		],
		agents: [{ queues: [0], isServing: true, contacts: [], changes: [], pauses: null }]
	},
	variants: ['of-answered'],
	levels: [0.5]
});

const worker = new ForesightWorker();
afterEach(() => worker.stop());

it('foresees in its thread what would be foreseen here', async () => {
	const outlooks = await worker.foresee(request());
	expect(outlooks).toEqual(foreseeQueues(request()));
	expect(outlooks[0]!.breach).toMatchObject({ state: 'below', inSeconds: null });
});

it('takes one at a time, tells a failure, and starts anew after it', async () => {
	const failing = worker.foresee(request(NaN));
	expect(() => worker.foresee(request())).toThrow('one at a time');
	await expect(failing).rejects.toThrow('meanSeconds');
	expect(await worker.foresee(request())).toHaveLength(1);
});

it('gives up what is under way when it is stopped', async () => {
	const pending = worker.foresee(request());
	const settled = expect(pending).rejects.toThrow('has ended');
	await worker.stop();
	await settled;
});
