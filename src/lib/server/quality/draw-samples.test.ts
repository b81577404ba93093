import { describe, expect, it } from 'vitest';
import { qualityDraws, qualitySamples } from '../db/schema/index.ts';
import { drawPeriods } from './draw-samples.ts';
import { drawSamples, listQueue, skipSample, updateQualitySettings } from './index.ts';
import { DAY, NOON, lead, test, addStays, shared, useQualityCentre } from './testing.ts';

useQualityCentre();

describe('drawPeriods()', () => {
	it('goes on from the last draw and is cut where the local month begins', () => {
		const last = Date.UTC(2026, 2, 30, 10);
		const now = Date.UTC(2026, 3, 2, 10);
		const [march, april, ...rest] = drawPeriods(last, now, 'Europe/Madrid');
		expect(rest).toEqual([]);
		expect(march).toMatchObject({ fromMs: last, month: '2026-03', elapsed: 1 });
		// Midnight in Madrid, in summer time.
		expect(march!.toMs).toBe(Date.UTC(2026, 2, 31, 22));
		expect(april).toMatchObject({ fromMs: march!.toMs, toMs: now, month: '2026-04' });
		expect(april!.elapsed).toBeCloseTo((1 + 12 / 24) / 30, 6);
	});

	it('looks back a week at first, and leaves out the time of a long pause', () => {
		expect(drawPeriods(null, NOON, 'UTC')[0]!.fromMs).toBe(NOON - 7 * DAY);
		expect(drawPeriods(NOON - 90 * DAY, NOON, 'UTC')[0]!.fromMs).toBe(NOON - 7 * DAY);
	});
});

describe('drawSamples()', () => {
	const many = (agent: string, n: number, from = 0) =>
		Array.from({ length: n }, (_, i) => ({ id: `${agent}${from + i}`, agent, hoursAgo: 1 + i }));

	it('draws what the month asks for of each agent with its chance, and the riskiest of the rest with reasons', async () => {
		const { ctx } = test;
		await addStays([...many('ana', 20), ...many('ben', 1)]);
		await addStays([
			{ id: 'legal', agent: 'ben', cues: { 'legal-threat': 1 }, holdSeconds: 300, hoursAgo: 400 }
		]);
		await addStays([{ id: 'grave', agent: 'ana', cues: { 'legal-threat': 2 }, holdSeconds: 300 }]);
		await updateQualitySettings(ctx, lead, { perMonth: 6, riskPerDraw: 3, disputeDays: 14 });
		// 11 March at noon: a third of the month has passed, ceil(6 · 0.34) are due.
		const drawn = await drawSamples(ctx, lead);
		expect(drawn.population).toBe(22);
		expect(drawn.random).toBe(3 + 1);
		const { rows } = await listQueue(ctx, lead);
		const random = rows.filter(({ basis }) => basis === 'random');
		expect(random.filter(({ agentId }) => agentId === 'ana').map(({ probability }) => probability)).toEqual(
			Array(3).fill(3 / 21)
		);
		expect(random.filter(({ agentId }) => agentId === 'ben').map(({ probability }) => probability)).toEqual([
			1
		]);
		const grave = rows.find(({ contactId }) => contactId === 'grave')!;
		expect(grave.reasons.map(({ kind }) => kind)).toEqual(['legal-threat', 'long-hold']);
		// Ended before the week that the first draw looks at.
		expect(rows.some(({ contactId }) => contactId === 'legal')).toBe(false);
		expect(await test.audited()).toContain('quality.draw');
	});

	it('never draws a stay twice, and only adds what has become due', async () => {
		const { ctx } = test;
		await updateQualitySettings(ctx, lead, { perMonth: 6, riskPerDraw: 0, disputeDays: 14 });
		await addStays(many('ana', 10));
		expect((await drawSamples(ctx, lead)).random).toBe(3);
		expect(await drawSamples(ctx, lead)).toEqual({ random: 0, risk: 0, population: 0 });
		test.clock.at += 6 * DAY;
		await addStays(many('ana', 10, 100));
		// 17 March at noon: ceil(6 · 0.53) = 4 are due, 3 are there.
		expect(await drawSamples(ctx, lead)).toMatchObject({ random: 1, population: 10 });
		expect(await ctx.db.orm.select().from(qualityDraws)).toHaveLength(2);
	});

	it('counts a contact that came back to the same agent once, and one with two agents for each', async () => {
		const { ctx } = test;
		await addStays([
			{ id: 'both', agent: 'ana', then: 'ben' },
			{ id: 'same', agent: 'ana', then: 'ana' }
		]);
		expect((await drawSamples(ctx, lead)).population).toBe(3);
		const rows = await ctx.db.orm.select().from(qualitySamples);
		expect(
			rows.find(({ contactId, agentId }) => contactId === 'both' && agentId === 'ana')!.reasons
		).toContainEqual({
			kind: 'passed-on',
			figure: 1
		});
	});

	it('sets aside and brings back what waits', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		await drawSamples(ctx, lead);
		const one = { contactId: 'c1', agentId: 'ana' };
		await skipSample(ctx, lead, { ...one, isSkipped: true });
		expect((await listQueue(ctx, lead)).rows).toMatchObject([{ state: 'skipped' }]);
		await skipSample(ctx, lead, { ...one, isSkipped: false });
		await shared('c1');
		expect((await listQueue(ctx, lead)).rows).toEqual([]);
		await skipSample(ctx, lead, { ...one, isSkipped: true });
		expect(await ctx.db.orm.select().from(qualitySamples)).toMatchObject([{ state: 'done' }]);
	});
});
