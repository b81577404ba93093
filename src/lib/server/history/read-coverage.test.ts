import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { importHistory } from './import-history.ts';
import { readCoverage } from './read-coverage.ts';

const planner = actorWithRole('planner');
const DAY_MS = 86_400_000;
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	// Five weeks from Monday 2 February 2026, weekdays 9 to 17 at half-hours.
	const rows = ['time,calls'];
	for (let day = 0; day < 35; day++) {
		if (day % 7 > 4) continue;
		for (let half = 18; half < 34; half++) {
			const at = new Date(Date.UTC(2026, 1, 2) + day * DAY_MS + half * 1_800_000);
			const isMissing = day === 8 || (day === 15 && half >= 20 && half < 23);
			if (!isMissing) rows.push(`${at.toISOString()},${half === 33 ? 0 : 6}`);
		}
	}
	await importHistory(test.ctx, planner, { fileName: 'desk.csv', text: rows.join('\n'), timeZone: 'UTC' });
});
afterEach(() => test.close());
const read = (role: 'planner' | 'agent' = 'planner', queueId = 'desk') =>
	readCoverage(test.ctx, actorWithRole(role), {
		queueId,
		untilMs: Date.UTC(2026, 2, 9),
		timeZone: 'UTC'
	});

describe('readCoverage()', () => {
	it('tells closed hours, missing ones and zero apart', async () => {
		const { days, counts, gaps, intervalSeconds } = (await read())!;
		const states = (day: string) => days.find((one) => one.day === day)!.hours.map(({ state }) => state);
		expect(intervalSeconds).toBe(1800);
		expect(states('2026-02-02').slice(8, 18)).toEqual(['closed', ...Array(8).fill('measured'), 'closed']);
		expect(states('2026-02-07')).toEqual(Array(24).fill('closed'));
		expect(states('2026-02-10').slice(9, 17)).toEqual(Array(8).fill('missing'));
		expect(states('2026-02-17').slice(9, 13)).toEqual(['measured', 'missing', 'missing', 'measured']);
		expect(counts).toMatchObject({ missing: 16 + 3, zero: 24 });
		expect(gaps).toEqual([
			{
				fromAt: Date.UTC(2026, 1, 17, 10),
				toAt: Date.UTC(2026, 1, 17, 11, 30),
				intervals: 3,
				isWholeDay: false
			},
			{ fromAt: Date.UTC(2026, 1, 10, 9), toAt: Date.UTC(2026, 1, 10, 17), intervals: 16, isWholeDay: true }
		]);
	});

	it('is null where there is nothing, and refuses those without the right', async () => {
		expect(await read('planner', 'none')).toBe(null);
		await expect(read('agent')).rejects.toThrow(ForbiddenError);
	});
});
