import { describe, expect, it } from 'vitest';
import { parseScenario } from './parse-scenario.ts';
import { replicate } from './replicate.ts';

const HOURLY = 100;
const AHT_SECONDS = 240;
const AGENTS = 8;
const THRESHOLD_SECONDS = 20;
const LOAD = (HOURLY * AHT_SECONDS) / 3600;
const START_MS = Date.UTC(2026, 2, 2);

const single = (patienceSeconds: number | null, agents = AGENTS) =>
	parseScenario({
		queues: [
			{
				id: 'q',
				arrivals: { weeklyVolume: HOURLY * 168 },
				ahtSeconds: AHT_SECONDS,
				ahtDistribution: 'exponential',
				patienceSeconds,
				serviceLevel: { share: 0.8, thresholdSeconds: THRESHOLD_SECONDS }
			}
		],
		agents: [{ id: 'a', count: agents, skills: ['q'] }]
	});

/** Erlang C by its recursion from Erlang B (textbook: Cooper, Introduction to Queueing Theory). */
function erlangC(load: number, agents: number): number {
	let blocked = 1;
	for (let n = 1; n <= agents; n++) blocked = (load * blocked) / (n + load * blocked);
	return (agents * blocked) / (agents - load * (1 - blocked));
}

/** Share that abandons in M/M/n+M, from the birth–death chain's balance. */
function abandonmentWithPatience(
	perSecond: number,
	meanSeconds: number,
	agents: number,
	patience: number
): number {
	const weights = [1];
	for (let k = 1; k < 400; k++)
		weights.push(
			(weights[k - 1]! * perSecond) / (Math.min(k, agents) / meanSeconds + Math.max(0, k - agents) / patience)
		);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const waiting = weights.reduce((sum, weight, k) => sum + (Math.max(0, k - agents) * weight) / total, 0);
	return waiting / patience / perSecond;
}

const inside = ({ low, high }: { low: number | null; high: number | null }, theory: number) => {
	expect(low, `${low} … ${high} holds ${theory}`).toBeLessThanOrEqual(theory);
	expect(high, `${low} … ${high} holds ${theory}`).toBeGreaterThanOrEqual(theory);
};

const OPTIONS = {
	replications: 24,
	seed: 100,
	startMs: START_MS,
	seconds: 4 * 86_400,
	warmUpSeconds: 4 * 3600
};

describe('replicate()', () => {
	it('agrees with Erlang C (M/M/n) inside its 95 % intervals', () => {
		const { total } = replicate(single(null), OPTIONS);
		const wait = erlangC(LOAD, AGENTS);
		const drain = (AGENTS - LOAD) / AHT_SECONDS;
		inside(total.asaSeconds, wait / drain);
		inside(total.serviceLevel, 1 - wait * Math.exp(-drain * THRESHOLD_SECONDS));
		inside(total.occupancy, LOAD / AGENTS);
		inside(total.ahtSeconds, AHT_SECONDS);
		inside(total.offered, HOURLY * 96);
		expect(total.abandoned.mean).toBe(0);
		expect(total.asaSeconds.high! - total.asaSeconds.low!).toBeLessThan(0.2 * total.asaSeconds.mean!);
	});

	it('agrees with M/M/n+M inside its 95 % intervals, with more load than agents', () => {
		const patience = 120;
		const agents = 6;
		const { total } = replicate(single(patience, agents), OPTIONS);
		const abandons = abandonmentWithPatience(HOURLY / 3600, AHT_SECONDS, agents, patience);
		inside(total.abandoned, abandons * HOURLY * 96);
		inside(total.occupancy, (LOAD * (1 - abandons)) / agents);
	});

	it('gives no interval from one replication and no measure from an empty floor', () => {
		const { total } = replicate(single(null), { ...OPTIONS, replications: 1, seconds: 3600 });
		expect(total.offered).toMatchObject({ low: null, high: null, count: 1 });
		const idle = parseScenario({
			queues: [{ id: 'q', arrivals: { weeklyVolume: 0 }, ahtSeconds: 60 }],
			agents: []
		});
		expect(replicate(idle, { ...OPTIONS, replications: 2 }).total.serviceLevel).toEqual({
			mean: null,
			low: null,
			high: null,
			count: 0
		});
	});

	it('refuses less than one replication', () => {
		expect(() => replicate(single(null), { ...OPTIONS, replications: 0 })).toThrow(/replications "0"/);
	});
});
