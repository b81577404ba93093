import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestContext } from '../access/testing.ts';
import { SYSTEM } from '../context.ts';
import { takeBackRoster } from '../publishing/index.ts';
import { findRoster, listRosters, listScheduled, removeRoster } from '../rosters/index.ts';
import { publishRosters } from './publish-rosters.ts';
import { seedCentre } from './seed-centre.ts';

/** Nine o'clock of a Tuesday in Madrid; the clocks change on the Sunday before last. */
const NOW = Date.UTC(2026, 3, 7, 7);
const { signal } = new AbortController();
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = NOW;
	await seedCentre(test.ctx);
});
afterEach(() => test.close());

it('publishRosters() publishes last week, this one and the next by the duty plan, no rule broken', async () => {
	const weeks = await publishRosters(test.ctx, signal);
	expect(weeks.map(({ start }) => start)).toEqual(['2026-03-30', '2026-04-06', '2026-04-13']);
	for (const { rosterId } of weeks) {
		const roster = await findRoster(test.ctx, SYSTEM, rosterId);
		expect(roster).toMatchObject({ status: 'published', validation: { valid: true } });
		expect(roster!.shifts).toHaveLength(310);
	}
	// Eight in the morning of Tuesday, local time: two breaks, the meal, and what else is planned.
	const { 'lucia.fernandez': own } = await listScheduled(test.ctx, SYSTEM, {
		fromMs: NOW,
		toMs: NOW + 1
	});
	expect(own).toMatchObject([{ startAt: Date.UTC(2026, 3, 7, 6), endAt: Date.UTC(2026, 3, 7, 14) }]);
	expect(own![0]!.breaks.map(({ kind }) => kind)).toContain('lunch');
});

it('publishRosters() brings back nothing that was taken away, and goes on with the next week', async () => {
	const [first] = await publishRosters(test.ctx, signal);
	await takeBackRoster(test.ctx, SYSTEM, first!.rosterId);
	await removeRoster(test.ctx, SYSTEM, first!.rosterId);
	await publishRosters(test.ctx, signal);
	expect(await listRosters(test.ctx, SYSTEM)).toHaveLength(2);
	test.clock.at = NOW + 7 * 86_400_000;
	await publishRosters(test.ctx, signal);
	expect((await listRosters(test.ctx, SYSTEM)).map(({ name }) => name)).toContain('Costa Clara, 2026-04-20');
});
