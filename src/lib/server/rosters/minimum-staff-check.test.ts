import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestContext } from '../access/testing.ts';
import { minimumStaff, skills } from '../db/schema/index.ts';
import { MinimumStaffCheck, type ScheduledShift } from './index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUARTER = 15 * MINUTE;
/** A Sunday in Madrid whose clocks go back from three to two. */
const DAY = Date.UTC(2026, 9, 24, 22);
const span = { fromMs: DAY, toMs: DAY + 25 * HOUR, timeZone: 'Europe/Madrid' };
const people = ['ana', 'ben', 'cai'].map((id) => ({
	id,
	skills: [{ skillId: 'calls', proficiency: id === 'cai' ? 0 : 1 }]
}));
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	await test.ctx.db.orm.insert(skills).values({ id: 'calls', name: 'Calls' });
});
afterEach(() => test.close());

const asked = (fromMinute: number, toMinute: number, agents: number, skillId: string | null = null) =>
	test.ctx.db.orm.insert(minimumStaff).values({
		...{ id: `${fromMinute}`, weekdays: [6], fromMinute, toMinute, agents, skillId },
		...{ fromDate: null, toDate: null, createdBy: 'x', createdAt: 0 }
	});
const shift = (fromHour: number, toHour: number, breaks: [number, number][] = []): ScheduledShift => ({
	startAt: DAY + fromHour * HOUR,
	endAt: DAY + toHour * HOUR,
	breaks: breaks.map(([from, to]) => ({ startAt: DAY + from * HOUR, endAt: DAY + to * HOUR, isPaid: true }))
});
const read = (schedule: Map<string, ScheduledShift[]>) =>
	MinimumStaffCheck.read(test.ctx, span, () => ({ agents: people, schedule }));

it('asks for nobody where there is no minimum', async () => {
	const check = await MinimumStaffCheck.read(test.ctx, span, () => Promise.reject(new Error('asked')));
	expect(check.isLowered(new Map([['ana', []]]))).toBe(false);
	await asked(480, 540, 1);
	await expect(
		MinimumStaffCheck.read(test.ctx, span, () => Promise.reject(new Error('asked')))
	).rejects.toThrow('asked');
});

it('an hour that comes twice is asked for twice, and one that nobody asks for is free', async () => {
	await asked(120, 180, 1);
	const check = await read(new Map([['ana', [shift(0, 8)]]]));
	// Local two o'clock is the third hour of the day and the fourth.
	const lowered = (hour: number) => check.isLowered(new Map([['ana', [shift(0, 8, [[hour, hour + 0.25]])]]]));
	expect([1, 1.75, 2, 3, 3.75, 4].map(lowered)).toEqual([false, false, true, true, true, false]);
});

it('counts who knows the skill, at work and not on a break, moment by moment', async () => {
	await asked(480, 1_080, 2, 'calls');
	const stands = new Map([
		['ana', [shift(8, 20)]],
		['ben', [shift(8, 20, [[12, 13]])]],
		['cai', [shift(8, 20)]]
	]);
	const check = await read(stands);
	expect(check.isLowered(new Map([['cai', []]]))).toBe(false);
	expect(check.isLowered(new Map([['ana', [shift(8, 20, [[14, 14.25]])]]]))).toBe(true);
	// Short already while Ben is at lunch; a break of Ana's at that time leaves fewer still.
	expect(check.isLowered(new Map([['ben', [shift(8, 20, [[12, 12.5]])]]]))).toBe(false);
	expect(check.isLowered(new Map([['ana', [shift(8, 20, [[12, 12.25]])]]]))).toBe(true);
	// One goes as the other comes back.
	const inTurn = [
		['ana', [shift(8, 20, [[13, 14]])]],
		['ben', [shift(8, 20, [[12, 13]])]]
	] as const;
	expect(check.isLowered(new Map(inTurn))).toBe(true);
	expect(check.isLowered(new Map(stands))).toBe(false);
});

it('answers as a count of every quarter of an hour does', async () => {
	await asked(360, 1_200, 2);
	const at = (quarter: number) => DAY + HOUR + quarter * QUARTER;
	const arbitrary = fc
		.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }))
		.map(([from, length, pause]): ScheduledShift => {
			const startAt = at(from);
			const breakAt = at(from + Math.min(pause, length - 1));
			return {
				...{ startAt, endAt: at(from + length) },
				breaks: [{ startAt: breakAt, endAt: breakAt + QUARTER, isPaid: true }]
			};
		});
	const schedules = fc.tuple(arbitrary, arbitrary, arbitrary);
	const holds = (all: readonly ScheduledShift[], moment: number) =>
		all.filter(
			({ startAt, endAt, breaks }) =>
				startAt <= moment && moment < endAt && !breaks.some((b) => b.startAt <= moment && moment < b.endAt)
		).length;
	await fc.assert(
		fc.asyncProperty(schedules, schedules, async (before, after) => {
			const byPerson = (all: readonly ScheduledShift[]) =>
				new Map(people.map(({ id }, i) => [id, [all[i]!]]));
			let isLowered = false;
			// Six to eight at night by the clock, which has gone back an hour.
			for (let quarter = 24; quarter < 80; quarter++) {
				const [were, are] = [holds(before, at(quarter)), holds(after, at(quarter))];
				if (are < were && are < 2) isLowered = true;
			}
			expect((await read(byPerson(before))).isLowered(byPerson(after))).toBe(isLowered);
		}),
		{ numRuns: 60, seed: 5 }
	);
});
