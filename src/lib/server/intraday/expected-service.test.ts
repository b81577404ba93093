import { expect, it } from 'vitest';
import type { QueueTerms } from '../staffing/index.ts';
import { expectedService } from './expected-service.ts';
import type { IntradayInterval } from './intraday-view.ts';

const terms: QueueTerms = {
	channel: 'voice',
	target: 'service-level',
	serviceLevelShare: 0.8,
	thresholdSeconds: 20,
	maxAsaSeconds: null,
	maxAbandonment: null,
	patienceSeconds: 120,
	ahtSeconds: null,
	concurrency: 1,
	shrinkage: 0,
	maxOccupancy: null,
	minimumAgents: 0,
	defaultAhtSeconds: 240,
	bots: null,
	backlogContacts: 0,
	offered: 0
};
const interval = (over: Partial<IntradayInterval>): IntradayInterval => ({
	startAt: 0,
	forecast: 100,
	p10: null,
	p90: null,
	reforecast: null,
	reforecastP10: null,
	reforecastP90: null,
	actual: null,
	actualAhtSeconds: null,
	planned: null,
	required: null,
	scheduled: 16,
	staffed: null,
	serviceLevel: null,
	expectedServiceLevel: null,
	...over
});
const past = interval({ actual: 100, staffed: 16 });
const ahead = interval({ reforecast: 100 });
const level = { mean: 1, p10: 0.9, p90: 1.1 };
const expectOf = (
	intervals: IntradayInterval[],
	soFar = { serviceLevel: 0.5 as number | null, offered: 100 },
	with_: Partial<QueueTerms> = {}
) => expectedService(intervals, soFar, level, { ...terms, ...with_ }, 1800, () => 240);

it('expectedService() of 100 contacts and the 16 agents whom they need is the golden case of the staffing', () => {
	const { byInterval, totals } = expectOf([past, ahead]);
	expect(byInterval[0]).toBeNull();
	// Erlang A, 100 contacts in 30 min, AHT 240 s, patience 120 s: 80/20 needs 16 agents.
	expect(byInterval[1]).toBeGreaterThanOrEqual(0.8);
	expect(expectOf([interval({ reforecast: 100, scheduled: 15 })]).byInterval[0]).toBeLessThan(0.8);
	expect(totals.serviceLevelSoFar).toBe(0.5);
	expect(totals.serviceLevelDay).toBeCloseTo((0.5 + byInterval[1]!) / 2, 9);
});

it('expectedService() has a band in which more contacts mean fewer in time', () => {
	const { totals } = expectOf([past, ahead, ahead]);
	expect(totals.serviceLevelDayLow!).toBeLessThan(totals.serviceLevelDay!);
	expect(totals.serviceLevelDayHigh!).toBeGreaterThan(totals.serviceLevelDay!);
});

it('expectedService() learns from today by how much, and how surely, the model is off', () => {
	const seen = (serviceLevel: number) =>
		Array.from({ length: 20 }, (_, i) =>
			interval({ actual: 100, staffed: 16, serviceLevel: serviceLevel + (i % 2 ? 0.01 : -0.01) })
		);
	const as = expectOf([...seen(0.82), ahead]);
	const worse = expectOf([...seen(0.5), ahead]);
	expect(worse.byInterval.at(-1)!).toBeLessThan(as.byInterval.at(-1)! - 0.2);
	const wild = expectOf([...seen(0.82).map((row, i) => ({ ...row, serviceLevel: i % 2 ? 1 : 0.6 })), ahead]);
	const width = ({ totals }: typeof as) => totals.serviceLevelDayHigh! - totals.serviceLevelDayLow!;
	expect(width(wild)).toBeGreaterThan(width(as) * 1.2);
});

it('expectedService() takes in that fewer have come today than were scheduled', () => {
	const few = expectOf([...Array.from({ length: 12 }, () => interval({ actual: 100, staffed: 8 })), ahead]);
	expect(few.byInterval.at(-1)!).toBeLessThan(expectOf([past, ahead]).byInterval[1]!);
});

it('expectedService() promises nothing without a roster, for letters, and of a queue that is overrun', () => {
	expect(expectOf([past, interval({ reforecast: 100, scheduled: null })]).totals).toMatchObject({
		serviceLevelSoFar: 0.5,
		serviceLevelDay: null
	});
	expect(expectOf([past, ahead], undefined, { target: 'deadline' }).totals.serviceLevelDay).toBeNull();
	const overrun = expectOf([interval({ reforecast: 100, scheduled: 5 })], undefined, {
		patienceSeconds: null
	});
	expect(overrun.byInterval).toEqual([0]);
});

it('expectedService() of a day that is over is what it was', () =>
	expect(expectOf([past, past]).totals).toMatchObject({ serviceLevelSoFar: 0.5, serviceLevelDay: 0.5 }));
