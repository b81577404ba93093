import { describe, expect, it } from 'vitest';
import { staffingPlan } from '../staffing/index.ts';
import { poolRequirement, type PoolRequirement, type PoolRequirementInput } from './pool-requirement.ts';
import type { PooledQueue } from './pooled-queue.ts';
import { buildPoolModel } from './simulation/pool-model.ts';
import { StationaryRun } from './requirement/stationary-run.ts';
import { demoCentre } from './testing/demo-centre.ts';
import { simulatedLevels } from './testing/simulated-levels.ts';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

/** A day of half hours: a hump, closed at night. */
const shape = (i: number) =>
	i < 14 || i >= 44 ? 0 : Math.exp(-((i - 22) ** 2) / 60) + 0.7 * Math.exp(-((i - 34) ** 2) / 60);

const queueOf = (id: string, peak: number, change: Partial<PooledQueue> = {}): PooledQueue => ({
	id,
	volumes: Array.from({ length: 48 }, (_, i) => peak * shape(i)),
	ahtSeconds: Array<number>(48).fill(240),
	patienceSeconds: 150,
	serviceLevel: { share: 0.8, thresholdSeconds: 20 },
	...change
});

const QUEUES = [
	queueOf('a', 60),
	queueOf('b', 40, { ahtSeconds: Array<number>(48).fill(300) }),
	queueOf('c', 25, { serviceLevel: { share: 0.9, thresholdSeconds: 30 } }),
	queueOf('d', 12, { patienceSeconds: 300 })
];
const GROUPS = [
	{ id: 'ab', queueIds: ['a', 'b'] },
	{ id: 'bc', queueIds: ['b', 'c'] },
	{ id: 'cd', queueIds: ['c', 'd'] },
	{ id: 'da', queueIds: ['d', 'a'] }
];
const INPUT: PoolRequirementInput = { queues: QUEUES, groups: GROUPS, intervalSeconds: 1800, seed: 1 };

function expectBetween(result: PoolRequirement) {
	const { agents, singlePool, silos } = result.totals;
	agents.forEach((n, i) => {
		const short = sum(result.queues.map(({ shortAgents }) => shortAgents[i]!));
		expect(n + short, `interval ${i}`).toBeGreaterThanOrEqual(singlePool[i]!);
		expect(n, `interval ${i}`).toBeLessThanOrEqual(silos[i]!);
		expect(sum(result.groups.map((group) => group.agents[i]!))).toBe(n);
		expect(sum(result.queues.map(({ pooledAgents }) => pooledAgents[i]!))).toBeCloseTo(n, 6);
	});
}

describe('poolRequirement()', () => {
	const result = poolRequirement(INPUT);

	it('lies between the single pool and the silos in every interval, well below the silos in all', () => {
		expectBetween(result);
		const [total, silos] = [sum(result.totals.agents), sum(result.totals.silos)];
		expect(total).toBeLessThan(0.9 * silos);
		expect(total).toBeGreaterThan(sum(result.totals.singlePool));
		expect(result.stopped).toBe(false);
		expect(result.totals.agents[3]).toBe(0);
	});

	it('meets every target in a simulation of the day with other seeds', () => {
		const levels = simulatedLevels(INPUT, result, 60, 4711);
		QUEUES.forEach(({ id, serviceLevel }, q) =>
			expect(levels[q]!, id).toBeGreaterThanOrEqual(serviceLevel.share - 0.005)
		);
	});

	it('meets them in each interval by itself, but for what its simulations cannot tell', () => {
		const model = buildPoolModel(QUEUES, GROUPS);
		const run = new StationaryRun(model);
		const misses: number[] = [];
		for (let i = 14; i < 44; i++) {
			run.draw(
				QUEUES.map(({ volumes }) => volumes[i]! / 1800),
				QUEUES.map(({ ahtSeconds }) => ahtSeconds[i]!),
				40_000,
				9000 + i
			);
			const { serviceLevel } = run.evaluate(result.groups.map(({ agents }) => agents[i]!));
			QUEUES.forEach((queue, q) => misses.push(queue.serviceLevel.share - serviceLevel[q]!));
		}
		expect(Math.max(...misses)).toBeLessThan(0.05);
		expect(misses.filter((miss) => miss > 0.01).length).toBeLessThanOrEqual(0.1 * misses.length);
	});

	it('grows with the volume: in total always, in an interval by never less than an agent of rounding', () => {
		let before = result;
		for (const factor of [1.15, 1.4, 2]) {
			const queues = QUEUES.map((queue) => ({
				...queue,
				volumes: Array.from(queue.volumes, (volume) => volume * factor)
			}));
			const after = poolRequirement({ ...INPUT, queues });
			expect(sum(after.totals.agents)).toBeGreaterThan(sum(before.totals.agents));
			after.totals.agents.forEach((n, i) => expect(n).toBeGreaterThanOrEqual(before.totals.agents[i]! - 1));
			before = after;
		}
	});

	it('is the silos where nobody has two skills, and Erlang exactly where a queue shares nobody', () => {
		const groups = QUEUES.map(({ id }) => ({ id: `only ${id}`, queueIds: [id] }));
		const alone = poolRequirement({ ...INPUT, groups });
		expect(Array.from(alone.totals.agents)).toEqual(Array.from(alone.totals.silos));
		const erlang = staffingPlan({
			...QUEUES[2]!,
			patienceSeconds: 150,
			intervalSeconds: 1800
		}).map(({ agents }) => agents);
		expect(Array.from(alone.groups[2]!.agents)).toEqual(erlang);
	});

	it('comes close to the single pool where everyone serves everything', () => {
		const everyone = { id: 'all', queueIds: QUEUES.map(({ id }) => id) };
		const alike = QUEUES.map((queue) => ({ ...QUEUES[0]!, id: queue.id, volumes: queue.volumes }));
		const { totals } = poolRequirement({ ...INPUT, queues: alike, groups: [everyone] });
		totals.agents.forEach((n, i) => {
			expect(n).toBeGreaterThanOrEqual(totals.singlePool[i]!);
			expect(n).toBeLessThanOrEqual(totals.singlePool[i]! + 1);
		});
	});

	it('keeps to headcounts, and says which queue is short by how many when they bind', () => {
		const groups = [
			{ id: 'ab', queueIds: ['a', 'b'], headcount: 4 },
			{ id: 'cd', queueIds: ['c', 'd'], headcount: 50 }
		];
		const limited = poolRequirement({ ...INPUT, groups });
		expect(Math.max(...limited.groups[0]!.agents)).toBe(4);
		const [a, b, c, d] = limited.queues.map(({ shortAgents }) => sum(shortAgents));
		expect(a! + b!).toBeGreaterThan(20);
		expect([c, d]).toEqual([0, 0]);
		// With so many more for the two of them the targets hold.
		const more = groups.concat(['a', 'b'].map((id) => ({ id: `more ${id}`, queueIds: [id], headcount: 0 })));
		const agents = limited.groups
			.map((group) => ({ agents: Array.from(group.agents) }))
			.concat(limited.queues.slice(0, 2).map(({ shortAgents }) => ({ agents: Array.from(shortAgents) })));
		const levels = simulatedLevels({ ...INPUT, groups: more }, { groups: agents }, 40, 12);
		expect(levels[0]).toBeGreaterThan(0.79);
		expect(levels[1]).toBeGreaterThan(0.79);
		expectBetween(limited);
	});

	it('takes a limit of each interval, and counts a queue that nobody serves as short of all its agents', () => {
		const headcount = Array.from({ length: 48 }, (_, i) => (i < 30 ? 40 : 2));
		const groups = [{ id: 'abc', queueIds: ['a', 'b', 'c'], headcount }];
		const limited = poolRequirement({ ...INPUT, groups });
		limited.groups[0]!.agents.forEach((n, i) => expect(n).toBeLessThanOrEqual(headcount[i]!));
		expect(sum(limited.queues[0]!.shortAgents.subarray(14, 30))).toBe(0);
		expect(sum(limited.queues[0]!.shortAgents.subarray(30))).toBeGreaterThan(0);
		expect(Array.from(limited.queues[3]!.shortAgents)).toEqual(Array.from(limited.queues[3]!.siloAgents));
		expect(limited.queues[3]!.serviceLevel[20]).toBe(0);
	});

	it('keeps the fewest people that a queue must have, in empty intervals too, with one who serves two counted for both', () => {
		const queues = QUEUES.slice(0, 2).map((queue) => ({ ...queue, minimumAgents: 2 }));
		const { totals, groups } = poolRequirement({
			...INPUT,
			queues,
			groups: [GROUPS[0]!, { id: 'b', queueIds: ['b'] }]
		});
		expect(totals.agents[2]).toBe(2);
		expect(groups[0]!.agents[2]).toBe(2);
	});

	it('gives equal answers for equal seeds, reports its way, and stops when asked', () => {
		const shares: number[] = [];
		const small = { ...INPUT, queues: QUEUES.slice(0, 2), groups: GROUPS.slice(0, 1) };
		const first = poolRequirement({ ...small, report: (share) => shares.push(share) });
		expect(poolRequirement(small)).toEqual(first);
		expect(shares.at(-1)).toBeCloseTo(1, 6);
		expect(shares.every((share, k) => k === 0 || share >= shares[k - 1]! - 1e-9)).toBe(true);
		let asked = 0;
		const stopped = poolRequirement({ ...small, shouldStop: () => ++asked > 5 });
		expect(stopped.stopped).toBe(true);
		expect(asked).toBeLessThan(200);
	});

	it('answers the demo centre: chats, e-mails, three shifts of skills, within its people', () => {
		const { queues, groups, dayOf } = demoCentre(3600);
		// From eight in the morning to six.
		const [from, until] = [8, 18];
		const some = queues.map((queue) => ({
			...queue,
			volumes: Array.from(queue.volumes).slice(from, until),
			ahtSeconds: Array.from(queue.ahtSeconds).slice(from, until)
		}));
		const input = { queues: some, groups, intervalSeconds: 3600, dayOf: dayOf.slice(from, until), seed: 2 };
		const demo = poolRequirement(input);
		expectBetween(demo);
		demo.groups.forEach(({ agents }, g) =>
			expect(Math.max(...agents)).toBeLessThanOrEqual(groups[g]!.headcount)
		);
		expect(sum(demo.totals.agents)).toBeLessThan(0.85 * sum(demo.totals.silos));
		expect(demo.queues.every(({ shortAgents }) => sum(shortAgents) === 0)).toBe(true);
		const levels = simulatedLevels(input, demo, 20, 99);
		some.forEach(({ id, serviceLevel }, q) =>
			expect(levels[q]!, id).toBeGreaterThanOrEqual(serviceLevel.share - 0.01)
		);
	});

	it.each([
		[{ seed: NaN }, 'seed "NaN" must be a finite number'],
		[{ queues: [] }, 'queues.length "0" must be at least 1'],
		[{ queues: [{ ...QUEUES[0]!, volumes: [1, -1], ahtSeconds: [1, 1] }] }, 'volumes of queue "a"[1] "-1"'],
		[
			{ queues: [{ ...QUEUES[0]!, serviceLevel: { share: 80, thresholdSeconds: 20 } }] },
			'share of queue "a" "80" must be a fraction above 0 and below 1 (maybe 0.8 was meant)'
		],
		[{ queues: [QUEUES[0]!, QUEUES[0]!] }, 'id in queues "a" must be given once'],
		[
			{ groups: [{ id: 'x', queueIds: ['nowhere'] }] },
			'queueIds of group "x" "nowhere" must be among a, b, c, d'
		],
		[{ groups: [{ ...GROUPS[0]!, headcount: 2.5 }] }, 'headcount of group "ab" "2.5" must be a whole number'],
		[{ dayOf: [1] }, 'dayOf.length "1" must be 48']
	] as [Partial<PoolRequirementInput>, string][])('refuses %j', (change, message) => {
		expect(() => poolRequirement({ ...INPUT, ...change })).toThrow(message);
	});
});
