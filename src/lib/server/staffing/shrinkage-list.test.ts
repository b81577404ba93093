import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { DEFAULT_SHRINKAGE, readShrinkage, saveShrinkage } from './shrinkage-list.ts';

const planner = actorWithRole('planner');
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
});
afterEach(() => test.close());

describe('saveShrinkage()', () => {
	it('replaces the list that new plans begin with', async () => {
		expect(await readShrinkage(test.ctx, planner)).toEqual(DEFAULT_SHRINKAGE);
		await saveShrinkage(test.ctx, planner, [{ kind: 'siesta', share: 0.2, fromMinute: 840, toMinute: 960 }]);
		await saveShrinkage(test.ctx, planner, [{ kind: 'tea', share: 0.1 }]);
		expect(await readShrinkage(test.ctx, planner)).toEqual([{ kind: 'tea', share: 0.1, isRostered: false }]);
		expect(await test.audited()).toEqual(['staffing.shrinkage', 'staffing.shrinkage']);
	});

	it('refuses a percentage, hours that end before they begin, and an actor without the right', async () => {
		const save = (item: Record<string, unknown>, actor = planner) =>
			saveShrinkage(test.ctx, actor, [{ kind: 'tea', share: 0.1, ...item }]);
		await expect(save({ share: 12 })).rejects.toThrow(/0\.share: "12" must be a fraction.*0\.12 was meant/);
		await expect(save({ fromMinute: 600, toMinute: 540 })).rejects.toThrow(/"600–540"/);
		await expect(save({ weekdays: [7] })).rejects.toThrow(/"7" must be a whole number from 0 to 6/);
		await expect(save({}, actorWithRole('supervisor'))).rejects.toThrow(ForbiddenError);
		await expect(readShrinkage(test.ctx, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
	});
});
