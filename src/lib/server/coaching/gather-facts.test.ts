import { describe, expect, it } from 'vitest';
import { agentStates, performanceDays, performanceFacts } from '../db/schema/index.ts';
import { publishRoster } from '../rosters/testing.ts';
import { dayBands } from './day-bands.ts';
import { gatherFacts } from './gather-facts.ts';
import { HOUR, DAY, MONDAY_9, test, addAgents, addStays, period, useFactsCentre } from './testing-facts.ts';

useFactsCentre();

describe('gatherFacts()', () => {
	it('counts handling, holds, transfers, moods, surveys, and what came back within seven days', async () => {
		await addAgents(['ana', 'ben']);
		test.clock.at = MONDAY_9 + 20 * DAY;
		await addStays([
			{
				agent: 'ana',
				at: MONDAY_9,
				talk: 90,
				hold: 10,
				wrap: 20,
				customer: 'k1',
				intent: 'bill',
				csat: 5,
				moods: [-0.5, 0, 0.2, 0.7]
			},
			{ agent: 'ana', at: MONDAY_9 + 1000, customer: 'k2', intent: 'bill', csat: 2 },
			// Another reason: a re-contact, but the first one was resolved.
			{ agent: 'ben', at: MONDAY_9 + 2 * DAY, customer: 'k2', intent: 'move' },
			// The same reason, too late to count.
			{ agent: 'ben', at: MONDAY_9 + 9 * DAY, customer: 'k1', intent: 'bill' },
			{ agent: 'ana', at: MONDAY_9 + 2000, then: 'ben' }
		]);
		await gatherFacts(test.ctx, period());
		const rows = await test.ctx.db.orm.select().from(performanceFacts);
		const bill = rows.find(({ agentId, intent }) => agentId === 'ana' && intent === 'bill')!;
		expect(bill).toMatchObject({
			date: '2026-03-02',
			band: 'weekday-morning',
			handled: 2,
			holdable: 2,
			holds: 1,
			transfers: 0,
			fcrClosed: 2,
			fcrResolved: 2,
			recontactable: 2,
			recontacts: 1,
			surveys: 2,
			satisfied: 1,
			wrapped: 1,
			moods: 1,
			shifts: 1,
			holdSeconds: 10,
			acwSeconds: 20
		});
		expect(bill.moodAtStart).toBeCloseTo(-0.5);
		expect(bill.moodShift).toBeCloseTo(1.2);
		expect(bill.logHandle).toBeCloseTo(Math.log(120) + Math.log(100));
		const unknown = rows.filter(({ intent }) => intent === '');
		expect(unknown.map(({ agentId, transfers, fcrClosed }) => ({ agentId, transfers, fcrClosed }))).toEqual([
			{ agentId: 'ana', transfers: 1, fcrClosed: 0 },
			{ agentId: 'ben', transfers: 0, fcrClosed: 0 }
		]);
	});

	it('leaves open what seven days have not settled, and writes a day anew while it may change', async () => {
		await addAgents(['ana']);
		test.clock.at = MONDAY_9 + DAY;
		await addStays([{ agent: 'ana', at: MONDAY_9, customer: 'k1', intent: 'bill' }]);
		const read = async () => (await test.ctx.db.orm.select().from(performanceFacts))[0]!;
		await gatherFacts(test.ctx, period());
		expect(await read()).toMatchObject({ handled: 1, fcrClosed: 0, recontactable: 0 });
		test.clock.at = MONDAY_9 + 7.5 * DAY;
		await gatherFacts(test.ctx, period());
		expect(await read()).toMatchObject({ handled: 1, fcrClosed: 1, fcrResolved: 1 });
	});

	it('takes the place of what was drawn for a day of which the log tells, and of no other', async () => {
		await addAgents(['ana']);
		test.clock.at = MONDAY_9 + DAY;
		const { orm } = test.ctx.db;
		const drawn = { agentId: 'ana', queueId: 'easy', channel: 'voice', intent: '', band: 'weekday-morning' };
		await orm
			.insert(performanceFacts)
			.values(
				['2026-03-01', '2026-03-02'].map((date) => ({ ...drawn, date, origin: 'demo' as const, handled: 9 }))
			);
		await addStays([{ agent: 'ana', at: MONDAY_9 }]);
		await gatherFacts(test.ctx, { ...period(), fromMs: MONDAY_9 - 3 * DAY });
		const rows = await orm.select().from(performanceFacts);
		expect(rows.map(({ date, origin, handled }) => [date, origin, handled])).toEqual([
			['2026-03-01', 'demo', 9],
			['2026-03-02', 'log', 1]
		]);
	});

	it('takes adherence from published rosters and the states; without a word of an agent it is unknown', async () => {
		await addAgents(['ana', 'ben']);
		test.clock.at = MONDAY_9 + 2 * DAY;
		await addStays([{ agent: 'ana', at: MONDAY_9 }]);
		const { orm } = test.ctx.db;
		const span = { fromAt: MONDAY_9, toAt: MONDAY_9 + DAY, timeZone: 'Europe/Madrid' };
		await publishRoster(test.ctx, span, ['ana', 'ben'], {
			startAt: MONDAY_9,
			endAt: MONDAY_9 + 8 * HOUR,
			breaksOf: () => [{ startAt: MONDAY_9 + 4 * HOUR, endAt: MONDAY_9 + 5 * HOUR, isPaid: false }]
		});
		await orm.insert(agentStates).values([
			{ agentId: 'ana', state: 'offline', fromAt: MONDAY_9 - 12 * HOUR, toAt: MONDAY_9 + HOUR / 2 },
			{ agentId: 'ana', state: 'available', fromAt: MONDAY_9 + HOUR / 2, toAt: MONDAY_9 + 4 * HOUR },
			{ agentId: 'ana', state: 'lunch', fromAt: MONDAY_9 + 4 * HOUR, toAt: MONDAY_9 + 5 * HOUR },
			{ agentId: 'ana', state: 'handling', fromAt: MONDAY_9 + 5 * HOUR, toAt: MONDAY_9 + 8 * HOUR }
		]);
		await gatherFacts(test.ctx, period());
		expect(await orm.select().from(performanceDays)).toMatchObject([
			{ agentId: 'ana', scheduledSeconds: 28_800, exceptionSeconds: 1_800 }
		]);
	});
});

describe('dayBands()', () => {
	it('cuts days whose clocks change at local hours', () => {
		const [day, ...rest] = dayBands(Date.UTC(2026, 2, 29, 10), Date.UTC(2026, 2, 29, 20), 'Europe/Madrid');
		expect(rest).toEqual([]);
		expect(day!.toMs - day!.fromMs).toBe(23 * HOUR);
		expect(day!.date).toBe('2026-03-29');
		expect(
			day!.bands.map(({ name, fromMs }) => [name, new Date(fromMs).toISOString().slice(11, 16)])
		).toEqual([
			['weekend-night', '23:00'],
			['weekend-morning', '05:00'],
			['weekend-noon', '09:00'],
			['weekend-afternoon', '13:00'],
			['weekend-evening', '17:00']
		]);
	});
});
