import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { solveRoster, type RosterResult } from '#solver/rostering/index.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { agents, rosters, shifts, sites } from '../db/schema/index.ts';
import { compareRosters } from './compare-rosters.ts';
import { findRoster } from './read-rosters.ts';
import { rerunRoster, type RerunInput } from './rerun-roster.ts';
import { storeRoster } from './store-roster.ts';
import { parseProblem } from '#solver/rostering/index.ts';
import type { RosterWork } from './start-roster.ts';
import { AskedJobs } from './testing.ts';

const PLANNER = actorWithRole('planner');
const HEAD = { id: 'base', name: 'Base', planId: null, timeZone: 'UTC' };
const PEOPLE = ['ana', 'ben', 'eva'];
const problem = parseProblem({
	version: 1,
	horizon: { start: '2026-12-07', days: 7 },
	intervalMinutes: 30,
	agents: PEOPLE.map((id) => ({
		id,
		contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 }
	})),
	shifts: [6, 9, 14].map((hour) => ({
		id: `full ${hour}`,
		startMinute: hour * 60,
		lengthMinutes: 480,
		breaks: [{ offsetMinute: 240, lengthMinutes: 30, paid: false }]
	})),
	demand: Array.from({ length: 5 }, (_, day) =>
		Array.from({ length: 16 }, (_, i) => ({ day, fromMinute: 540 + i * 30, agents: 2 }))
	).flat()
});
const solve = (payload: RosterWork) =>
	solveRoster(payload.problem, {
		seconds: 30,
		maxSteps: 200,
		seed: payload.seed,
		now: () => performance.now()
	});

let test: Awaited<ReturnType<typeof openTestContext>>;
let jobs: AskedJobs;
beforeEach(async () => {
	jobs = new AskedJobs();
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 1 });
	await orm.insert(agents).values(PEOPLE.map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));
	await storeRoster(test.ctx, PLANNER, HEAD, problem, await solve({ problem, seconds: 1, seed: 1 }));
});
afterEach(() => test.close());

/** Searches again to the end; the new roster's id. */
async function rerun(input: Partial<RerunInput>): Promise<string> {
	await rerunRoster(test.ctx, jobs, PLANNER, { basedOn: 'base', name: 'Again', seconds: 1, ...input });
	const result = await solve(jobs.asked!.payload as RosterWork);
	const { rosterId } = (await jobs.asked!.finish(result)) as { rosterId: string };
	return rosterId;
}
const stored = async (rosterId: string) =>
	(await test.ctx.db.orm.select().from(shifts).where(eq(shifts.rosterId, rosterId)))
		.map(({ agentId, startAt, endAt, breaks }) => ({ agentId, startAt, endAt, breaks }))
		.sort((a, b) => a.startAt - b.startAt || a.agentId.localeCompare(b.agentId));

describe('rerunRoster()', () => {
	it('keeps what is kept, to the minute, and leaves the roster that it began from alone', async () => {
		// Off the engine's grid, as a hand may leave it.
		const [one] = await test.ctx.db.orm.select().from(shifts).where(eq(shifts.rosterId, 'base'));
		const breaks = [{ startAt: one!.startAt + 3_900_000, endAt: one!.startAt + 4_800_000, isPaid: true }];
		await test.ctx.db.orm.update(shifts).set({ breaks }).where(eq(shifts.id, one!.id));
		const before = await stored('base');
		const id = await rerun({
			keep: { agents: [one!.agentId], days: ['2026-12-08'], cells: [{ agentId: 'eva', date: '2026-12-09' }] },
			weights: { under: 40 }
		});
		expect(await stored('base')).toEqual(before);
		const isKept = ({ agentId, startAt }: { agentId: string; startAt: number }) => {
			const date = new Date(startAt).toISOString().slice(0, 10);
			return (
				agentId === one!.agentId || date === '2026-12-08' || (agentId === 'eva' && date === '2026-12-09')
			);
		};
		expect((await stored(id)).filter(isKept)).toEqual(before.filter(isKept));
		const roster = (await findRoster(test.ctx, PLANNER, id))!;
		expect(roster).toMatchObject({
			status: 'draft',
			basedOn: 'base',
			validation: { violations: [] },
			asked: {
				kept: { agents: 1, days: 1, cells: 1 },
				near: 'nothing',
				weights: [{ weight: 'under', before: 10, after: 40 }],
				without: [],
				added: []
			}
		});
	});

	it('keeps both pieces of a shift that was split, the time between them off', async () => {
		const { orm } = test.ctx.db;
		const at = (hour: number) => Date.UTC(2026, 11, 7, hour);
		await orm.delete(shifts).where(eq(shifts.agentId, 'ana'));
		await orm.insert(shifts).values(
			[at(14), at(9)].map((startAt) => ({
				...{ id: `s${startAt}`, rosterId: 'base', agentId: 'ana', templateId: 'by-hand', startAt },
				...{ endAt: startAt + 4 * 3_600_000, breaks: [] }
			}))
		);
		const id = await rerun({ keep: { cells: [{ agentId: 'ana', date: '2026-12-07' }] } });
		const kept = (await stored(id)).filter(({ agentId, startAt }) => agentId === 'ana' && startAt < at(24));
		const breaks = [{ startAt: at(13), endAt: at(14), isPaid: false }];
		expect(kept).toEqual([{ agentId: 'ana', startAt: at(9), endAt: at(18), breaks }]);
	});

	it('plans without those left out, and stays as it is where a change costs more than it brings', async () => {
		const without = await rerun({ without: ['eva'] });
		expect((await stored(without)).some(({ agentId }) => agentId === 'eva')).toBe(false);
		expect((await findRoster(test.ctx, PLANNER, without))!.asked).toMatchObject({ without: ['eva'] });
		const near = await rerun({ near: 'base', weights: { changedDay: 1_000, changedHour: 100 } });
		expect(await stored(near)).toEqual(await stored('base'));
	});

	it('refuses what is kept against the rules, an unknown roster, nobody to plan, and who may not', async () => {
		const { orm } = test.ctx.db;
		const at = (day: number, hour: number) => Date.UTC(2026, 11, 7 + day, hour);
		await orm.delete(shifts);
		await orm.insert(shifts).values(
			[at(0, 14), at(1, 6)].map((startAt) => ({
				...{ id: `s${startAt}`, rosterId: 'base', agentId: 'ana', templateId: 'full 14' },
				...{ startAt, endAt: startAt + 8 * 3_600_000, breaks: [] }
			}))
		);
		const input = { basedOn: 'base', name: 'Again', seconds: 1 };
		const keep = { agents: ['ana'] };
		await expect(rerunRoster(test.ctx, jobs, PLANNER, { ...input, keep })).rejects.toThrow(
			/12 hours of rest/
		);
		await expect(rerunRoster(test.ctx, jobs, PLANNER, { ...input, basedOn: 'none' })).rejects.toThrow(
			InvalidInputError
		);
		await expect(rerunRoster(test.ctx, jobs, PLANNER, { ...input, without: PEOPLE })).rejects.toThrow(
			/nobody is left/
		);
		await expect(rerunRoster(test.ctx, jobs, actorWithRole('supervisor'), input)).rejects.toThrow(
			ForbiddenError
		);
		expect(jobs.asked).toBeNull();
	});
});

describe('compareRosters()', () => {
	it('holds cost, cover, shares and shifts of two rosters against each other', async () => {
		const id = await rerun({ without: ['eva'], weights: { under: 40 } });
		const found = (await compareRosters(test.ctx, PLANNER, { a: 'base', b: id }))!;
		const [own, other] = [await stored('base'), await stored(id)];
		expect(found.a).toMatchObject({ id: 'base', people: new Set(own.map((one) => one.agentId)).size });
		expect(found.a.objective * (1 - found.a.gap!)).toBeCloseTo(found.a.lowerBound!);
		expect(found.b.paidHours).toBeCloseTo(other.length * 7.5);
		expect(found.bByWeightsOfA).toBeLessThan(found.b.objective);
		expect(found.isSameDemand).toBe(true);
		const short = found.days.reduce((sum, { b }) => sum + b.shortHours, 0);
		expect(short).toBeCloseTo(found.b.shortHours);
		expect(found.b.shortHours).toBeGreaterThan(found.a.shortHours);
		expect(found.people.find(({ agentId }) => agentId === 'eva')!.b).toBeNull();
		const evas = own.filter(({ agentId }) => agentId === 'eva').length;
		expect(found.changes.filter((one) => one.agentId === 'eva' && one.after.length === 0)).toHaveLength(evas);
		for (const { date, agentId, before, after } of found.changes) {
			const of = (list: typeof own) =>
				list.filter((s) => s.agentId === agentId && new Date(s.startAt).toISOString().startsWith(date))
					.length;
			expect([before.length, after.length]).toEqual([of(own), of(other)]);
		}
		const hours = found.fairness.find(({ measure }) => measure === 'hours')!;
		expect(hours.b.mean).toBeCloseTo((other.length * 7.5) / 2);
		// A shift of its own may cost less than the bound allows: there is none for it.
		const [first] = await test.ctx.db.orm.select().from(shifts).where(eq(shifts.rosterId, id));
		const changed = { startAt: first!.startAt + 1_800_000, endAt: first!.endAt, breaks: [] };
		await test.ctx.db.orm.update(shifts).set(changed).where(eq(shifts.id, first!.id));
		const edited = (await compareRosters(test.ctx, PLANNER, { a: 'base', b: id }))!;
		expect(edited.b).toMatchObject({ lowerBound: null, gap: null, violations: [] });
		expect(edited.a.lowerBound).not.toBeNull();
		const same = (await compareRosters(test.ctx, PLANNER, { a: 'base', b: 'base' }))!;
		expect(same).toMatchObject({ changes: [], bByWeightsOfA: null, isSameDemand: true });
		expect(await compareRosters(test.ctx, PLANNER, { a: 'base', b: 'none' })).toBeNull();
		await expect(compareRosters(test.ctx, actorWithRole('agent'), { a: 'base', b: id })).rejects.toThrow(
			ForbiddenError
		);
	});
});

it('storeRoster() refuses a result without a roster in its own words', async () => {
	const none = { assignments: [], reasons: ['Nobody may work.'] } as unknown as RosterResult;
	await expect(storeRoster(test.ctx, PLANNER, { ...HEAD, id: 'x' }, problem, none)).rejects.toThrow(
		'Nobody may work.'
	);
	expect(await test.ctx.db.orm.select().from(rosters)).toHaveLength(1);
});
