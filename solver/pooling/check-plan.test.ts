import { describe, expect, it } from 'vitest';
import { checkPlan, type CheckPlanInput } from './check-plan.ts';

const Z90 = 1.2815515655446004;

/** Half hours of a day from a start, with the band of a forecast: variance = mean + (relative × mean)². */
function queueOf(
	id: string,
	volumes: number[],
	relative: number,
	change: object = {}
): CheckPlanInput['queues'][number] {
	const sd = volumes.map((mean) => Math.sqrt(mean + (relative * mean) ** 2));
	return {
		id,
		volumes,
		ahtSeconds: volumes.map(() => 240),
		patienceSeconds: 150,
		serviceLevel: { share: 0.8, thresholdSeconds: 20 },
		p10: volumes.map((mean, i) => Math.max(0, mean - Z90 * sd[i]!)),
		p90: volumes.map((mean, i) => mean + Z90 * sd[i]!),
		...change
	};
}

const terms = (days: number, perDay: number) => ({
	intervalSeconds: 1800,
	dayOf: Array.from({ length: days * perDay }, (_, i) => Math.floor(i / perDay)),
	weekdayOf: (day: number) => (day + 1) % 7,
	marginalReplications: 0,
	seed: 1
});

const DAY = [20, 40, 60, 60, 50, 40, 40, 30];
const PLAN = [5, 8, 11, 11, 10, 8, 8, 6];
const ONE: CheckPlanInput = {
	...terms(2, 8),
	queues: [queueOf('q', [...DAY, ...DAY], 0.12)],
	groups: [{ id: 'g', queueIds: ['q'], agents: [...PLAN, ...PLAN] }]
};

/** P(N ≤ 2 | N ≥ 1) of a Poisson count whose mean is `mean` times a lognormal factor of the given variance. */
function probabilityOfFew(mean: number, variance: number): number {
	const s = Math.sqrt(Math.log(1 + variance));
	let few = 0;
	let any = 0;
	let total = 0;
	for (let z = -8; z <= 8; z += 0.001) {
		const weight = Math.exp((-z * z) / 2);
		const rate = mean * Math.exp(s * z - (s * s) / 2);
		few += weight * Math.exp(-rate) * (rate + (rate * rate) / 2);
		any += weight * (1 - Math.exp(-rate));
		total += weight;
	}
	return few / total / (any / total);
}

describe('checkPlan()', () => {
	it('covers a probability known in closed form with its 95 % intervals', () => {
		// One agent, contacts that outlast the day: the first is answered at once, no other. Half are in time when N ≤ 2.
		const mean = 2.2;
		const truth = probabilityOfFew(mean, 0.16);
		const queue = queueOf('q', [mean], 0.4, {
			ahtSeconds: [1e12],
			ahtCv: 0,
			patienceSeconds: null,
			serviceLevel: { share: 0.5, thresholdSeconds: 0 }
		});
		const seeds = 60;
		let covered = 0;
		let hits = 0;
		for (let seed = 0; seed < seeds; seed++) {
			const { queues } = checkPlan({
				...terms(1, 1),
				queues: [queue],
				groups: [{ id: 'g', queueIds: ['q'], agents: [1] }],
				seed
			});
			const { value, low, high } = queues[0]!.probabilityMet!;
			hits += value / seeds;
			if (low <= truth && truth <= high) covered++;
		}
		// All but 3 of 60 on average; 6 more than that has a chance below 0.1 %.
		expect(covered).toBeGreaterThanOrEqual(51);
		expect(Math.abs(hits - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / (seeds * 260)));
	});

	it('covers what thousands of replications of a busy plan say', () => {
		const truth = checkPlan({ ...ONE, replications: 4000, seed: 777 }).queues[0]!;
		const p = truth.probabilityMet!.value;
		expect(p).toBeGreaterThan(0.2);
		expect(p).toBeLessThan(0.97);
		let covered = 0;
		const days: number[] = [];
		for (let seed = 0; seed < 20; seed++) {
			const { probabilityMet, serviceLevel, worst } = checkPlan({ ...ONE, seed }).queues[0]!;
			if (probabilityMet!.low <= p && p <= probabilityMet!.high) covered++;
			expect(Math.abs(serviceLevel!.mean - truth.serviceLevel!.mean)).toBeLessThan(0.015);
			days.push(worst!.serviceLevel);
		}
		expect(covered).toBeGreaterThanOrEqual(16);
		const mean = days.reduce((a, b) => a + b, 0) / days.length;
		expect(Math.abs(mean - truth.worst!.serviceLevel)).toBeLessThan(0.02);
	});

	it('is worse on a bad day than on average, and widens with the uncertainty of the forecast', () => {
		const sure = checkPlan({ ...ONE, queues: [queueOf('q', [...DAY, ...DAY], 0)] }).queues[0]!;
		const unsure = checkPlan({ ...ONE, queues: [queueOf('q', [...DAY, ...DAY], 0.25)] }).queues[0]!;
		const width = ({ serviceLevel }: typeof sure) => serviceLevel!.p90 - serviceLevel!.p10;
		expect(width(unsure)).toBeGreaterThan(1.5 * width(sure));
		expect(unsure.worst!.serviceLevel).toBeLessThan(sure.worst!.serviceLevel - 0.05);
		expect(unsure.worst!.serviceLevel).toBeLessThan(unsure.serviceLevel!.mean);
		expect(unsure.days).toHaveLength(2);
		expect([1, 2]).toContain(unsure.worst!.weekday);
		expect(unsure.intervals).toHaveLength(16);
		const { p10, mean, p90 } = unsure.intervals[2]!;
		expect(p10).toBeLessThan(mean);
		expect(mean).toBeLessThanOrEqual(p90);
	});

	it('carries what waits over the night: the morning after an overloaded evening starts with it', () => {
		const volumes = [0, 60, 0, 10];
		const queue = queueOf('q', volumes, 0, { patienceSeconds: null, ahtSeconds: volumes.map(() => 120) });
		const input = {
			...terms(2, 2),
			queues: [queue],
			replications: 100,
			groups: [{ id: 'g', queueIds: ['q'], agents: [0, 2, 0, 2] }]
		};
		const carried = checkPlan(input).queues[0]!;
		const alone = checkPlan({
			...input,
			queues: [{ ...queue, volumes: [0, 0, 0, 10], p10: [0, 0, 0, 6], p90: [0, 0, 0, 14] }]
		}).queues[0]!;
		expect(alone.days[1]!.serviceLevel!.mean).toBeGreaterThan(0.8);
		expect(carried.days[1]!.serviceLevel!.mean).toBeLessThan(0.1);
		expect(alone.days[0]!.serviceLevel).toBeNull();
		expect(alone.days[0]!.probabilityMet).toBeNull();
	});

	it('says what one agent more or fewer changes, in the group and on its queues', () => {
		const input: CheckPlanInput = {
			...terms(1, 8),
			queues: [queueOf('a', DAY, 0.1), queueOf('b', DAY, 0.1), queueOf('c', DAY, 0.1)],
			groups: [
				{ id: 'ab', queueIds: ['a', 'b'], agents: PLAN.map((n) => 2 * n - 2) },
				{ id: 'c', queueIds: ['c'], agents: PLAN },
				{ id: 'idle', queueIds: ['b'], agents: DAY.map(() => 0) }
			],
			replications: 60,
			marginalReplications: 40
		};
		const { marginal, overall, groups } = checkPlan(input);
		const [ab, c, idle] = marginal;
		expect(ab!.oneMore.serviceLevel!.low).toBeGreaterThan(0);
		expect(ab!.oneFewer!.serviceLevel!.high).toBeLessThan(0);
		expect(ab!.oneMore.abandonment!.high).toBeLessThan(0);
		expect(ab!.oneMore.queues[2]!.serviceLevel).toEqual({ mean: 0, low: 0, high: 0 });
		expect(c!.oneMore.queues[2]!.serviceLevel!.low).toBeGreaterThan(0);
		expect(c!.oneFewer!.probabilityMet.mean).toBeLessThanOrEqual(0);
		expect(idle!.oneFewer).toBeNull();
		expect(idle!.oneMore.queues[1]!.serviceLevel!.low).toBeGreaterThan(0);
		// The same difference, on contacts of its own.
		const more = { ...input, marginalReplications: 0, replications: 1500, seed: 99 };
		const before = checkPlan(more).overall.serviceLevel!.mean;
		const groupsAfter = input.groups.map((group, g) =>
			g === 0 ? { ...group, agents: Array.from(group.agents, (n) => n + 1) } : group
		);
		const after = checkPlan({ ...more, groups: groupsAfter }).overall.serviceLevel!.mean;
		expect(Math.abs(after - before - ab!.oneMore.serviceLevel!.mean)).toBeLessThan(0.01);
		expect(overall.occupancy!.mean).toBeGreaterThan(0.6);
		expect(groups[2]!.occupancy).toBeNull();
		expect(overall.probabilityMet!.value).toBeLessThanOrEqual(1);
	});

	it('gives equal answers for equal seeds, reports its way, and stops with what it has', () => {
		const shares: number[] = [];
		const first = checkPlan({ ...ONE, replications: 20, report: (share) => shares.push(share) });
		expect(checkPlan({ ...ONE, replications: 20 })).toEqual(first);
		expect(shares.at(-1)).toBe(1);
		let asked = 0;
		const stopped = checkPlan({ ...ONE, shouldStop: () => ++asked > 7 });
		expect(stopped).toMatchObject({ stopped: true, replications: 7 });
		expect(stopped.queues[0]!.serviceLevel).not.toBeNull();
		const none = checkPlan({ ...ONE, shouldStop: () => true });
		expect(none.queues[0]!.probabilityMet).toBeNull();
		expect(none.overall.days).toHaveLength(2);
	});

	it.each([
		[{ replications: 0 }, 'replications "0" must be a whole number, 1 or more'],
		[{ correlation: 1.5 }, 'correlation "1.5" must be a number from 0 to 1'],
		[{ dayOf: [0] }, 'dayOf.length "1" must be 16'],
		[
			{ groups: [{ id: 'g', queueIds: ['q'], agents: [...PLAN, ...PLAN].map((n) => n + 0.5) }] },
			'agents[0] of group "g" "5.5" must be a whole number'
		],
		[
			{ queues: [{ ...ONE.queues[0]!, p10: ONE.queues[0]!.p90, p90: ONE.queues[0]!.p10 }] },
			'p10[0] of queue "q"'
		]
	] as [Partial<CheckPlanInput>, string][])('refuses %j', (change, message) => {
		expect(() => checkPlan({ ...ONE, ...change })).toThrow(message);
	});
});
