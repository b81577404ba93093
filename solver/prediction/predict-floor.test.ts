import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../queueing/index.ts';
import { predictFloor } from './predict-floor.ts';
import type { PresentFloor } from './present.ts';
import { freeAgent, ofOffered, steadyFloor, steadyQueue } from './testing.ts';

const predict = (floor: PresentFloor, contactsPerPart?: number, seed = 7) =>
	predictFloor(floor, { seed, serviceLevel: ofOffered, contactsPerPart });
const levels = (floor: PresentFloor) =>
	predict(floor)[0]!.points.map(({ serviceLevel }) => serviceLevel?.mean);

describe('predictFloor()', () => {
	it('comes to rest at Erlang A where all is steady and exponential', () => {
		// Exponential and lognormal handling differ little in service level; waits at the hour's end are past the start.
		for (const agents of [8, 9, 11]) {
			const level = predict(steadyFloor(agents), 1e6)[0]!.points[11]!.serviceLevel!.mean;
			const truth = erlangA({
				loadErlangs: (10 * 240) / 300,
				agents,
				ahtSeconds: 240,
				patienceSeconds: 180,
				thresholdSeconds: 20
			}).serviceLevel;
			expect(Math.abs(level - truth), `${agents} agents: ${level} against ${truth}`).toBeLessThan(0.05);
		}
	});

	it('is never worse with more agents, and never better with more arrivals', () => {
		let before = -1;
		for (const agents of [4, 6, 8, 10, 14]) {
			const level = levels(steadyFloor(agents)).at(-1)!;
			expect(level).toBeGreaterThanOrEqual(before - 0.005);
			before = level;
		}
		before = 2;
		for (const arrivals of [4, 7, 10, 14]) {
			const level = levels(steadyFloor(8, { arrivals: new Array<number>(12).fill(arrivals) })).at(-1)!;
			expect(level).toBeLessThanOrEqual(before + 0.005);
			before = level;
		}
	});

	it('knows nothing of a queue into which nobody comes, and that nobody will wait in it', () => {
		const [queue] = predict(steadyFloor(3, { arrivals: new Array<number>(12).fill(0) }));
		for (const { serviceLevel, abandonment, missChance, waiting } of queue!.points) {
			expect([serviceLevel, abandonment, missChance]).toEqual([null, null, null]);
			expect(waiting).toEqual({ mean: 0, low: 0, median: 0, high: 0 });
		}
	});

	it('serves what waits after closing, and then has nothing more to measure', () => {
		const arrivals = [10, 10, ...new Array<number>(10).fill(0)];
		const { points } = predict(steadyFloor(12, { arrivals }))[0]!;
		expect(points[1]!.serviceLevel).not.toBeNull();
		expect(points[11]!.serviceLevel).toBeNull();
		expect(points[11]!.waiting.mean).toBe(0);
	});

	it('foresees that nobody is answered where nobody is at work', () => {
		const { points } = predict({ queues: [steadyQueue()], agents: [] })[0]!;
		expect(points[11]!.serviceLevel!.mean).toBe(0);
		expect(points[11]!.abandonment!.mean).toBeGreaterThan(0.7);
		// By then as many give up as come: arrivals × patience.
		expect(points[11]!.waiting.mean).toBeGreaterThan(5);
		expect(points[11]!.waiting.mean).toBeLessThan(7);
	});

	it('works off a huge backlog, and lets the level recover after it', () => {
		const waitingSeconds = Array.from({ length: 300 }, (_, i) => i);
		const { points } = predict(steadyFloor(12, { waitingSeconds }))[0]!;
		expect(points[0]!.waiting.mean).toBeGreaterThan(10);
		expect(points[0]!.serviceLevel!.mean).toBeLessThan(0.1);
		expect(points[11]!.serviceLevel!.mean).toBeGreaterThan(0.8);
	});

	it('counts what is known of the half hour that is passing', () => {
		const step = {
			offered: 10,
			answered: 10,
			abandoned: 0,
			answeredInThreshold: 0,
			abandonedInThreshold: 0,
			shortAbandoned: 0
		};
		const past = new Array<typeof step>(6).fill(step);
		const { points } = predict(steadyFloor(30, { past }))[0]!;
		// Five of six steps back then were all late, what comes is all in time.
		points.slice(0, 6).forEach(({ serviceLevel }, k) => {
			expect(serviceLevel!.mean).toBeCloseTo((k + 1) / 6, 1);
		});
		expect(points[6]!.serviceLevel!.mean).toBeGreaterThan(0.99);
	});

	it('falls when agents leave, at the time at which they do', () => {
		const leaves = freeAgent({
			changes: [{ inSeconds: 1500, spreadSeconds: 0, isServing: false, reason: 'lunch' }]
		});
		const floor = {
			queues: [steadyQueue()],
			agents: [...new Array<typeof leaves>(8).fill(leaves), ...steadyFloor(5).agents]
		};
		const { points } = predict(floor)[0]!;
		expect(points[4]!.serviceLevelOfEntering!.mean).toBeGreaterThan(0.85);
		expect(points[8]!.serviceLevelOfEntering!.mean).toBeLessThan(0.5);
	});

	it('lets an agent of two queues help in the one that needs it', () => {
		const quiet = steadyQueue({ id: 'quiet', arrivals: new Array<number>(12).fill(1) });
		const busy = steadyQueue({ id: 'busy' });
		const of = (queues: number[]) => Array.from({ length: 5 }, () => freeAgent({ queues }));
		const level = (agents: PresentFloor['agents']) =>
			predict({ queues: [busy, quiet], agents })[0]!.points[11]!.serviceLevel!.mean;
		const apart = level([...of([0]), ...of([1])]);
		const shared = level([...of([0]), ...of([0, 1])]);
		const all = level([...of([0]), ...of([0])]);
		expect(shared).toBeGreaterThan(apart + 0.2);
		expect(all).toBeGreaterThanOrEqual(shared - 0.02);
	});

	it('counts an agent busy who handles a contact of a queue that is not theirs', () => {
		const other = steadyQueue({ id: 'other', arrivals: new Array<number>(12).fill(0) });
		const hour = { meanSeconds: 7200, cv: 0.1, meanError: 0, wrapSeconds: 0, usualSeconds: null };
		const busy = freeAgent({ contacts: [{ queue: 1, elapsedSeconds: 60, isWrapping: false }] });
		const { points } = predict({ queues: [steadyQueue(), { ...other, handle: hour }], agents: [busy] })[0]!;
		expect(points[11]!.serviceLevel!.mean).toBe(0);
	});

	it('gives an agent as many chats at once as the queue allows', () => {
		const one = levels(steadyFloor(3)).at(-1)!;
		const three = levels(steadyFloor(3, { concurrency: 3 })).at(-1)!;
		const nine = levels(steadyFloor(9)).at(-1)!;
		expect(three).toBeGreaterThan(one + 0.3);
		expect(Math.abs(three - nine)).toBeLessThan(0.05);
	});

	it('holds as many contacts as there are slots, also with twenty of them', () => {
		const waitingSeconds = new Array<number>(400).fill(1);
		const floor = steadyFloor(20, {
			concurrency: 20,
			waitingSeconds,
			handle: { meanSeconds: 900, cv: 0.1, meanError: 0, wrapSeconds: 0, usualSeconds: null }
		});
		const { points } = predict(floor)[0]!;
		// All are taken at once, and their agents are free again a quarter of an hour later: nothing is lost on the way.
		expect(points[0]!.waiting.mean).toBeGreaterThan(3);
		expect(points[11]!.waiting.mean).toBe(0);
		expect(points[11]!.serviceLevel!.mean).toBeGreaterThan(0.95);
	});

	it('is the same for the same seed, and a queue is not changed by a floor it shares nobody with', () => {
		const floor = steadyFloor(9);
		expect(predict(floor)).toEqual(predict(floor));
		expect(predict(floor, undefined, 8)).not.toEqual(predict(floor));
		const wide = {
			queues: [...floor.queues, steadyQueue({ id: 'other' })],
			agents: [...floor.agents, freeAgent({ queues: [1] })]
		};
		expect(predict(wide)[0]).toEqual(predict(floor)[0]);
	});

	it('widens its band with what is not known', () => {
		const width = (over: object) => {
			const { low, high } = predict(steadyFloor(9, over))[0]!.points[11]!.serviceLevel!;
			return high - low;
		};
		const unsure = { meanSeconds: 240, cv: 1, meanError: 0.2, wrapSeconds: 30, usualSeconds: null };
		expect(width({ levelShape: 10, handle: unsure })).toBeGreaterThan(width({}) + 0.1);
	});

	it('keeps its figures in their bounds and its bands in order, whatever the floor', () => {
		let points = 0;
		fc.assert(
			fc.property(
				fc.record({
					agents: fc.integer({ min: 0, max: 12 }),
					arrivals: fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 12, maxLength: 12 }),
					waiting: fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 20 }),
					busy: fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 12 }),
					patienceSeconds: fc.option(fc.integer({ min: 1, max: 2000 })),
					concurrency: fc.integer({ min: 1, max: 4 }),
					ringSeconds: fc.integer({ min: 0, max: 30 }),
					levelShape: fc.double({ min: 0.5, max: 100, noNaN: true })
				}),
				({ agents, arrivals, waiting, busy, patienceSeconds, concurrency, ringSeconds, levelShape }) => {
					const floor: PresentFloor = {
						queues: [
							steadyQueue({
								arrivals,
								waitingSeconds: waiting,
								patienceSeconds,
								concurrency,
								ringSeconds,
								levelShape
							})
						],
						agents: Array.from({ length: agents }, (_, i) =>
							freeAgent({
								isServing: i % 5 !== 4,
								contacts:
									busy[i] === undefined
										? []
										: [{ queue: 0, elapsedSeconds: busy[i], isWrapping: i % 3 === 0 }],
								pauses: { perHour: 2, meanSeconds: 300 }
							})
						)
					};
					for (const { waiting, serviceLevel, abandonment, missChance, lost } of predict(floor, 500)[0]!
						.points) {
						points++;
						for (const band of [waiting, serviceLevel, abandonment]) {
							if (!band) continue;
							expect(band.low).toBeLessThanOrEqual(band.median);
							expect(band.median).toBeLessThanOrEqual(band.high);
							expect(band.low).toBeGreaterThanOrEqual(0);
						}
						for (const share of [serviceLevel?.high, abandonment?.high, missChance])
							if (share != null) expect(share).toBeLessThanOrEqual(1);
						expect(lost).toBeGreaterThanOrEqual(0);
						expect(Number.isFinite(lost)).toBe(true);
					}
				}
			),
			{ numRuns: 60 }
		);
		expect(points).toBeGreaterThan(500);
	});

	it.each([
		['an arrival', { arrivals: [-1] }],
		['concurrency', { concurrency: 1.5 }],
		['patienceSeconds', { patienceSeconds: 0 }],
		['levelShape', { levelShape: NaN }]
	])('refuses %s out of its domain', (name, over) => {
		expect(() => predict(steadyFloor(1, over))).toThrow(RangeError);
		expect(() => predict(steadyFloor(1, over))).toThrow(name);
	});
});
