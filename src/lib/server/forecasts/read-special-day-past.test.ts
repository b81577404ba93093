import { expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { specialDays } from '../db/schema/index.ts';
import { readSpecialDayPast } from './read-special-day-past.ts';
import { addFacts, addQueues, HOUR_MS, MONDAY } from './testing.ts';

it('readSpecialDayPast() sets what came beside the median of the same weekdays around it', async () => {
	const test = await openTestContext();
	test.clock.at = MONDAY + 1000 * HOUR_MS;
	await addQueues(test.ctx, ['a', 'b']);
	const own = { source: 'own' as const, createdBy: 'test', createdAt: 0 };
	await test.ctx.db.orm.insert(specialDays).values([
		{ ...own, id: '1', date: '2026-03-02', name: 'Fair' },
		{ ...own, id: '2', date: '2099-03-02', name: 'Fair' },
		// Another special day is not what is usual.
		{ ...own, id: '3', date: '2026-03-16', name: 'Strike' }
	]);
	for (const week of [-2, -1, 0, 1, 2, 3]) {
		const hours = { [0]: [40, 10], [2]: [900, 900] }[week] ?? [50, 50 + week];
		await addFacts(test.ctx, 'a', hours, MONDAY + week * 168 * HOUR_MS);
	}
	// Too little is known around it.
	await addFacts(test.ctx, 'b', [5], MONDAY);
	expect(await readSpecialDayPast(test.ctx, actorWithRole('planner'), 'UTC', 'Fair')).toEqual([
		{ date: '2026-03-02', queueId: 'a', came: 50, usual: 100 }
	]);
	await expect(readSpecialDayPast(test.ctx, actorWithRole('agent'), 'UTC', 'Fair')).rejects.toThrow(
		/forecast.view/
	);
	test.close();
});
