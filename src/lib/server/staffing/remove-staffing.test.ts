import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { staffingPlans } from '../db/schema/index.ts';
import { findStaffing, listStaffing } from './read-staffing.ts';
import { removeStaffing, restoreStaffing } from './remove-staffing.ts';
import { seedTestCentre } from './testing.ts';

const planner = actorWithRole('planner');
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	await seedTestCentre(test.ctx);
	// As plans were kept before there was more than one share of shrinkage.
	const old = { channel: 'voice', serviceLevelShare: 0.8, thresholdSeconds: 20, shrinkage: 0.25 };
	await test.ctx.db.orm.insert(staffingPlans).values({
		id: 'old',
		name: 'Old plan',
		forecastId: 'forecast',
		intervalSeconds: 1800,
		parameters: { sales: { ...old, defaultAhtSeconds: 240, concurrency: 1, patienceSeconds: null } },
		createdBy: 'system',
		createdAt: 1
	});
});
afterEach(() => test.close());

describe('removeStaffing()', () => {
	it('takes a plan out of sight until it is brought back, as it was', async () => {
		const before = await findStaffing(test.ctx, planner, 'old');
		expect(before).toMatchObject({ terms: null, groups: null, parameters: { sales: { shrinkage: 0.25 } } });
		expect(await removeStaffing(test.ctx, planner, 'old')).toBe(true);
		expect(await listStaffing(test.ctx, planner)).toEqual([]);
		expect(await findStaffing(test.ctx, planner, 'old')).toBeNull();
		expect(await removeStaffing(test.ctx, planner, 'old')).toBe(false);
		expect(await restoreStaffing(test.ctx, planner, 'old')).toBe(true);
		expect(await findStaffing(test.ctx, planner, 'old')).toEqual(before);
		expect(await restoreStaffing(test.ctx, planner, 'old')).toBe(false);
		expect(await test.audited()).toEqual(['staffing.remove', 'staffing.restore']);
	});

	it('forgets a plan that was removed more than a week ago', async () => {
		await removeStaffing(test.ctx, planner, 'old');
		test.clock.at += 8 * 86_400_000;
		await test.ctx.db.orm.insert(staffingPlans).values({
			id: 'new',
			name: 'New plan',
			forecastId: 'forecast',
			intervalSeconds: 1800,
			parameters: {},
			createdBy: 'system',
			createdAt: 1
		});
		await removeStaffing(test.ctx, planner, 'new');
		expect(await restoreStaffing(test.ctx, planner, 'old')).toBe(false);
		expect(await restoreStaffing(test.ctx, planner, 'new')).toBe(true);
	});

	it('and restoreStaffing() refuse an actor without the right', async () => {
		const supervisor = actorWithRole('supervisor');
		await expect(removeStaffing(test.ctx, supervisor, 'old')).rejects.toThrow(ForbiddenError);
		await expect(restoreStaffing(test.ctx, supervisor, 'old')).rejects.toThrow(ForbiddenError);
	});
});
