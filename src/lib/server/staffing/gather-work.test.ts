import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { contacts, visits } from '../db/schema/index.ts';
import { gatherWork } from './gather-work.ts';
import { planQueue } from './plan-queue.ts';
import { StaffingInput } from './staffing-input.ts';
import { HOUR_MS, MONDAY, seedTestCentre } from './testing.ts';

const planner = actorWithRole('planner');
const request = (change: Partial<StaffingInput> = {}) =>
	StaffingInput.parse({ name: 'Plan', forecastId: 'forecast', ...change });
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	await seedTestCentre(test.ctx);
	const { orm } = test.ctx.db;
	// Twelve letters of Sunday evening, one of after the plan's beginning, and one that was answered.
	const arrived = [...Array<number>(13).fill(-12), 1].map((hours) => MONDAY + (9 + hours) * HOUR_MS);
	await orm.insert(contacts).values(
		arrived.map((startedAt, i) => ({
			id: `c${i}`,
			source: 'test',
			queueId: 'letters',
			startedAt,
			lastEventAt: startedAt
		}))
	);
	await orm.insert(visits).values(
		arrived.map((enteredAt, i) => ({
			contactId: `c${i}`,
			ordinal: 0,
			queueId: 'letters',
			enteredAt,
			outcome: i === 0 ? ('answered' as const) : ('waiting' as const)
		}))
	);
});
afterEach(() => test.close());

describe('gatherWork()', () => {
	it('begins a plan of today with the letters that wait from before, which are overdue and done at once', async () => {
		test.clock.at = MONDAY + 8 * HOUR_MS;
		const work = await gatherWork(test.ctx, planner, request());
		const letters = work.queues.find(({ id }) => id === 'letters')!;
		expect(letters.terms.backlogContacts).toBe(12);
		expect(letters.backlog).toEqual([{ contacts: 12, dueInSeconds: -8 * 3600 }]);
		const [first, second] = planQueue(letters, work).agents;
		// Twelve letters of 300 s in the first half hour; those of today may wait.
		expect(first).toBeCloseTo(2);
		expect(second).toBeLessThan(1);
	});

	it('knows of no letters when a plan begins later, and takes those that are typed', async () => {
		test.clock.at = MONDAY - 72 * HOUR_MS;
		const later = await gatherWork(test.ctx, planner, request());
		expect(later.queues.find(({ id }) => id === 'letters')!.backlog).toEqual([]);
		const typed = await gatherWork(
			test.ctx,
			planner,
			request({ terms: { letters: { backlogContacts: 40 } } })
		);
		expect(typed.queues.find(({ id }) => id === 'letters')!.backlog).toEqual([
			{ contacts: 40, dueInSeconds: 14_400 }
		]);
	});

	it('knows local days and hours, what was expected, and nobody where all doors are closed', async () => {
		const work = await gatherWork(test.ctx, planner, request({ minimumAgents: 2 }));
		expect(work.weekdays[0]).toBe(1);
		expect(work.minutes.slice(0, 2)).toEqual([540, 570]);
		const sales = work.queues.find(({ id }) => id === 'sales')!;
		expect(sales.terms.offered).toBe(12 * 32);
		const closed = {
			...sales,
			offered: sales.offered.map(() => 0),
			isOpen: sales.isOpen.map((_, i) => i > 0)
		};
		expect(planQueue(closed, work).agents.slice(0, 2)).toEqual([0, 2]);
	});
});
