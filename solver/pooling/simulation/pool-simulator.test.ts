import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { erlangA, erlangC } from '../../queueing/index.ts';
import { estimate, parseScenario, replicate, type Estimate } from '../../simulation/index.ts';
import type { PooledQueue } from '../pooled-queue.ts';
import { compileQueues } from './compile-queues.ts';
import { drawContacts, emptyStream, type ContactStream } from './contact-stream.ts';
import { buildPoolModel } from './pool-model.ts';
import { PoolSimulator } from './pool-simulator.ts';
import { createTally, type PoolTally } from './pool-tally.ts';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

const queueOf = (id: string, change: Partial<PooledQueue> = {}, volumes: number[] = []): PooledQueue => ({
	id,
	volumes,
	ahtSeconds: volumes.map(() => 240),
	patienceSeconds: 120,
	serviceLevel: { share: 0.8, thresholdSeconds: 20 },
	...change
});

const inside = ({ low, high }: Estimate, theory: number, what: string) => {
	expect(low, `${what}: ${low} … ${high} holds ${theory}`).toBeLessThanOrEqual(theory);
	expect(high, `${what}: ${low} … ${high} holds ${theory}`).toBeGreaterThanOrEqual(theory);
};

/** Service level, abandonment and occupancy of one queue in 30 runs, the first of ten stretches left out. */
function stationary(queue: Partial<PooledQueue>, agents: number, seed: number) {
	const queues = [queueOf('q', queue, Array<number>(10).fill(2000))];
	const model = buildPoolModel(queues, [{ queueIds: ['q'] }]);
	const plan = compileQueues(queues, 72_000);
	const simulator = new PoolSimulator(model);
	const tally = createTally(10, 1, 1);
	const stream = emptyStream();
	const runs = Array.from({ length: 30 }, (_, r) => {
		drawContacts(stream, model, plan, createRandom(seed + r));
		simulator.run(stream, new Int32Array(10).fill(agents), 10, 72_000, tally);
		const [offered, inThreshold, abandoned, answered] = [
			tally.offered,
			tally.inThreshold,
			tally.abandoned,
			tally.answered
		].map((counts) => sum(counts.subarray(1)));
		return {
			serviceLevel: inThreshold! / offered!,
			abandonment: abandoned! / offered!,
			asa: sum(tally.waitSeconds.subarray(1)) / answered!,
			occupancy: tally.busySeconds[0]! / (tally.busySeconds[0]! + tally.idleSeconds[0]!)
		};
	});
	const of = (name: keyof (typeof runs)[number]) => estimate(runs.map((run) => run[name]));
	return {
		serviceLevel: of('serviceLevel'),
		abandonment: of('abandonment'),
		asa: of('asa'),
		occupancy: of('occupancy')
	};
}

describe('PoolSimulator', () => {
	const loadErlangs = (2000 * 240) / 72_000;

	it.each([5, 7, 9])(
		'agrees with Erlang A on one queue and %d agents, inside its confidence intervals',
		(agents) => {
			const found = stationary({}, agents, 10 * agents);
			const theory = erlangA({
				loadErlangs,
				agents,
				ahtSeconds: 240,
				patienceSeconds: 120,
				thresholdSeconds: 20
			});
			inside(found.serviceLevel, theory.serviceLevel, 'service level');
			inside(found.abandonment, theory.abandonment, 'abandonment');
			inside(found.asa, theory.asaSeconds!, 'ASA');
			if (agents > 5) inside(found.occupancy, theory.occupancy!, 'occupancy');
		}
	);

	it('agrees with Erlang C where nobody gives up', () => {
		const found = stationary({ patienceSeconds: null }, 9, 500);
		const theory = erlangC({ loadErlangs, agents: 9, ahtSeconds: 240, thresholdSeconds: 20 });
		if (theory.status === 'unstable') throw new Error('stable by choice');
		inside(found.serviceLevel, theory.serviceLevel, 'service level');
		inside(found.asa, theory.asaSeconds, 'ASA');
	});

	it('handles chats as Erlang A with agents × slots servers', () => {
		const found = stationary({ concurrency: 3 }, 3, 900);
		const theory = erlangA({
			loadErlangs,
			agents: 9,
			ahtSeconds: 240,
			patienceSeconds: 120,
			thresholdSeconds: 20
		});
		inside(found.serviceLevel, theory.serviceLevel, 'service level');
		inside(found.abandonment, theory.abandonment, 'abandonment');
	});

	it('agrees with the floor of solver/simulation on three groups with two queues', () => {
		const hours = 96;
		const hourly = { a: 60, b: 40 };
		const scenario = parseScenario({
			queues: (['a', 'b'] as const).map((id) => ({
				id,
				arrivals: { weeklyVolume: hourly[id] * 168 },
				ahtSeconds: 240,
				ahtDistribution: 'exponential',
				patienceSeconds: 180,
				serviceLevel: { share: 0.8, thresholdSeconds: id === 'a' ? 20 : 40 }
			})),
			agents: [
				{ id: 'x', count: 3, skills: ['a'] },
				{ id: 'y', count: 2, skills: ['b'] },
				{ id: 'z', count: 3, skills: ['a', 'b'] }
			]
		});
		const floor = replicate(scenario, {
			replications: 12,
			seed: 5,
			startMs: Date.UTC(2026, 2, 2),
			seconds: hours * 3600
		});
		const queues = (['a', 'b'] as const).map((id) =>
			queueOf(
				id,
				{ patienceSeconds: 180, serviceLevel: { share: 0.8, thresholdSeconds: id === 'a' ? 20 : 40 } },
				Array<number>(hours).fill(hourly[id])
			)
		);
		const model = buildPoolModel(queues, [
			{ queueIds: ['a'] },
			{ queueIds: ['b'] },
			{ queueIds: ['a', 'b'] }
		]);
		const simulator = new PoolSimulator(model);
		const tally = createTally(hours, 2, 3);
		const stream = emptyStream();
		const staff = Int32Array.from({ length: 3 * hours }, (_, at) => [3, 2, 3][Math.floor(at / hours)]!);
		const totals = Array.from({ length: 60 }, (_, r) => {
			drawContacts(stream, model, compileQueues(queues, 3600), createRandom(40 + r));
			simulator.run(stream, staff, hours, 3600, tally);
			return {
				abandonment: sum(tally.abandoned) / sum(tally.offered),
				level: sum(tally.inThreshold) / sum(tally.offered)
			};
		});
		const level = estimate(totals.map((run) => run.level));
		const abandonment = estimate(totals.map((run) => run.abandonment));
		expect(Math.abs(level.mean! - floor.total.serviceLevel.mean!)).toBeLessThan(0.015);
		expect(
			Math.abs(abandonment.mean! - floor.total.abandoned.mean! / floor.total.offered.mean!)
		).toBeLessThan(0.006);
	});

	it('loses no contact, whatever the staff: offered = answered + abandoned + waiting, in every cell', () => {
		let checked = 0;
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1e6 }),
				fc.array(fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
				fc.constantFrom(1, 2, 3),
				(seed, staff, concurrency) => {
					const queues = [
						queueOf('a', { concurrency }, [20, 30, 0, 10]),
						queueOf('b', { patienceSeconds: null }, [10, 10, 5, 0]),
						queueOf('c', { concurrency: 2, ahtCv: 0.6 }, [5, 5, 5, 5])
					];
					const groups = [{ queueIds: ['a', 'c'] }, { queueIds: ['b'] }, { queueIds: ['c', 'b', 'a'] }];
					const tally = runOnce(queues, groups, staff, seed);
					for (let cell = 0; cell < 12; cell++) {
						const fates = tally.answered[cell]! + tally.abandoned[cell]! + tally.waiting[cell]!;
						expect(fates).toBe(tally.offered[cell]);
						expect(tally.inThreshold[cell]).toBeLessThanOrEqual(tally.answered[cell]!);
						expect(tally.late[cell]).toBeLessThanOrEqual(tally.waiting[cell]!);
						checked += fates;
					}
					// People's time: on duty, and after it with the contacts that they finish.
					const paid = sum(staff.flat()) * 900;
					const spent = sum(tally.busySeconds) + sum(tally.idleSeconds);
					expect(spent).toBeGreaterThanOrEqual(paid - 1e-6);
				}
			),
			{ seed: 3, numRuns: 200 }
		);
		expect(checked).toBeGreaterThan(10_000);
	});

	it('lets a leaving agent finish, and keeps who waits over closed hours', () => {
		const queues = [queueOf('q', { patienceSeconds: null, ahtSeconds: [1, 1, 1] }, [0, 0, 0])];
		const tally = runStream(
			queues,
			[{ queueIds: ['q'] }],
			[[1, 0, 1]],
			[
				{ at: 890, service: 100 },
				{ at: 895, service: 50 }
			]
		);
		// The first runs 90 s into the closed interval; the second waits for the opening at 1800.
		expect(Array.from(tally.answered)).toEqual([2, 0, 0]);
		expect(tally.waitSeconds[0]).toBe(905);
		expect(tally.inThreshold[0]).toBe(1);
		expect(tally.busySeconds[0]).toBe(150);
	});

	it('books who gives up to the interval of entry, at the instant of patience', () => {
		const queues = [queueOf('q', { ahtSeconds: [1, 1] }, [0, 0])];
		const tally = runStream(
			queues,
			[{ queueIds: ['q'] }],
			[[1, 1]],
			[
				{ at: 0, service: 1000 },
				{ at: 800, service: 10, deadline: 999 },
				{ at: 850, service: 10, deadline: 1001 },
				{ at: 1790, service: 50 },
				{ at: 1795, service: 50 }
			]
		);
		expect(Array.from(tally.abandoned)).toEqual([1, 0]);
		expect(Array.from(tally.answered)).toEqual([2, 1]);
		expect(Array.from(tally.waiting)).toEqual([0, 1]);
		expect(Array.from(tally.late)).toEqual([0, 0]);
	});

	it('prefers the group that lists the queue first, and the head that waits longest against its threshold', () => {
		const queues = [
			queueOf('a', { ahtSeconds: [1], patienceSeconds: null }, [0]),
			queueOf(
				'b',
				{ ahtSeconds: [1], patienceSeconds: null, serviceLevel: { share: 0.8, thresholdSeconds: 200 } },
				[0]
			)
		];
		const groups = [{ queueIds: ['a', 'b'] }, { queueIds: ['b'] }];
		const tally = runStream(
			queues,
			groups,
			[[1], [1]],
			[
				{ at: 0, queue: 1, service: 100 }, // to the second group
				{ at: 1, queue: 0, service: 50 }, // to the first
				{ at: 10, queue: 1, service: 10 }, // waits 41 s of 200
				{ at: 30, queue: 0, service: 10 } // waits 21 s of 20: taken first at 51
			]
		);
		expect(Array.from(tally.waitSeconds)).toEqual([21, 51]);
		expect(tally.workSeconds[3]).toBe(100);
	});
});

function runOnce(
	queues: PooledQueue[],
	groups: { queueIds: string[] }[],
	staff: number[][],
	seed: number
): PoolTally {
	const model = buildPoolModel(queues, groups);
	const stream = emptyStream();
	const plan = compileQueues(queues, 900);
	drawContacts(stream, model, plan, createRandom(seed));
	const tally = createTally(plan.intervals, queues.length, groups.length);
	new PoolSimulator(model).run(stream, Int32Array.from(staff.flat()), plan.intervals, 900, tally);
	return tally;
}

function runStream(
	queues: PooledQueue[],
	groups: { queueIds: string[] }[],
	staff: number[][],
	contacts: { at: number; queue?: number; service: number; deadline?: number }[]
): PoolTally {
	const intervals = staff[0]!.length;
	const stream: ContactStream = {
		count: contacts.length,
		at: Float64Array.from(contacts, ({ at }) => at),
		queue: Int32Array.from(contacts, ({ queue = 0 }) => queue),
		cell: Int32Array.from(contacts, ({ at, queue = 0 }) => Math.floor(at / 900) * queues.length + queue),
		serviceSeconds: Float64Array.from(contacts, ({ service }) => service),
		deadline: Float64Array.from(contacts, ({ deadline = Infinity }) => deadline)
	};
	const tally = createTally(intervals, queues.length, groups.length);
	new PoolSimulator(buildPoolModel(queues, groups)).run(
		stream,
		Int32Array.from(staff.flat()),
		intervals,
		900,
		tally
	);
	return tally;
}
