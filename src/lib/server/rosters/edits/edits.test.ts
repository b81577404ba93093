import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RosterEdit } from '#lib/contracts/roster-edits.ts';
import { movedTo, stretched, withPart, type PlacedShift } from '#solver/rostering/edit/index.ts';
import { parseProblem } from '#solver/rostering/index.ts';
import { ForbiddenError, InvalidInputError } from '../../access/index.ts';
import { actorWithRole, openTestContext } from '../../access/testing.ts';
import { SYSTEM, type Actor } from '../../context.ts';
import { agents, rosterEdits, rosters, shifts, sites } from '../../db/schema/index.ts';
import { findRoster } from '../read-rosters.ts';
import { storeRoster } from '../store-roster.ts';
import {
	applyEdit,
	copyRoster,
	listenRosterEdits,
	listRosterEdits,
	readWorkspace,
	redoEdit,
	undoEdit
} from './index.ts';

/** The week in which Madrid's clocks go back: Sunday 25 October 2026, day 6. */
const START = '2026-10-19';
const marta: Actor = { ...actorWithRole('planner'), id: 'user:marta' };
const juan: Actor = { ...actorWithRole('planner'), id: 'user:juan' };
let test: Awaited<ReturnType<typeof openTestContext>>;
let told: RosterEdit[];
let stop: () => void;

const problem = parseProblem({
	version: 1,
	horizon: { start: START, days: 7 },
	intervalMinutes: 15,
	shifts: [
		{
			...{ id: 'D', startMinute: 480, lengthMinutes: 480 },
			breaks: [{ offsetMinute: 240, lengthMinutes: 60, paid: false, kind: 'lunch' }]
		},
		{ id: 'N', startMinute: 1_320, lengthMinutes: 480 }
	],
	agents: ['ana', 'ben'].map((id) => ({
		...{ id, name: id, skills: ['voice'] },
		contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 11, maxConsecutiveDays: 6 }
	})),
	demand: [{ day: 0, fromMinute: 600, skill: 'voice', agents: 1 }]
});

beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 0 });
	await orm
		.insert(agents)
		.values(['ana', 'ben'].map((id) => ({ id, siteId: 'main', name: id, createdAt: 0 })));
	const assignment = (agent: string, day: number, shift: 'D' | 'N') => ({
		...{ agent, day, shift, date: '' },
		...(shift === 'D' ? { startMinute: 480, endMinute: 960 } : { startMinute: 1_320, endMinute: 1_800 })
	});
	await storeRoster(
		test.ctx,
		SYSTEM,
		{ id: 'r', name: 'R', planId: null, timeZone: 'Europe/Madrid' },
		problem,
		{
			...{
				status: 'optimal' as const,
				objective: 1,
				lowerBound: 1,
				gap: 0,
				cover: [],
				violations: [],
				reasons: []
			},
			...{ seconds: 1, steps: 1 },
			// The last one works through the night in which an hour comes twice.
			assignments: [assignment('ana', 0, 'D'), assignment('ana', 1, 'D'), assignment('ben', 5, 'N')]
		}
	);
	told = [];
	stop = listenRosterEdits((edit) => told.push(edit));
});
afterEach(() => {
	stop();
	test.close();
});

const standing = async () => (await readWorkspace(test.ctx, marta, 'r'))!;
const shiftOn = async (agent: string, day: number): Promise<PlacedShift> =>
	(await standing()).shifts.find((shift) => shift.agent === agent && shift.day === day)!;
const edit = async (
	what: 'move' | 'add' | 'remove' | 'stretch' | 'parts',
	before: PlacedShift[],
	after: PlacedShift[],
	more: { actor?: Actor; base?: number; reason?: string; id?: string } = {}
) =>
	applyEdit(test.ctx, more.actor ?? marta, {
		...{ rosterId: 'r', id: more.id ?? randomUUID(), what, before, after },
		baseSequence: more.base ?? (await standing()).sequence,
		...(more.reason !== undefined && { reason: more.reason })
	});
const stored = (outcome: Awaited<ReturnType<typeof edit>>): RosterEdit => {
	if (outcome?.status !== 'stored') throw new Error(`not stored: ${JSON.stringify(outcome)}`);
	return outcome.edit;
};

describe('applyEdit()', () => {
	it('stores the shifts and the log, audits, and tells who follows', async () => {
		const shift = await shiftOn('ana', 0);
		const later = movedTo(shift, { agent: 'ben', startMinute: 540 });
		const done = stored(await edit('move', [shift], [later]));
		expect(done).toMatchObject({ sequence: 1, what: 'move', reason: null, brokenRules: [], undoneBy: null });
		expect(await shiftOn('ben', 0)).toEqual(later);
		expect((await standing()).shifts).toHaveLength(3);
		const [row] = await test.ctx.db.orm.select().from(shifts).where(eq(shifts.id, shift.id));
		expect(row).toMatchObject({ agentId: 'ben', templateId: 'by-hand', startAt: Date.UTC(2026, 9, 19, 7) });
		expect(told).toEqual([done]);
		expect(await test.audited()).toEqual(['roster.compute', 'roster.edit']);
		// A place that a template has is that template again.
		stored(await edit('move', [later], [shift]));
		const [back] = await test.ctx.db.orm.select().from(shifts).where(eq(shifts.id, shift.id));
		expect(back).toMatchObject({ agentId: 'ana', templateId: 'D' });
	});

	it('reads and writes the night in which an hour comes twice as what the clocks show', async () => {
		const night = await shiftOn('ben', 5);
		expect(night).toMatchObject({ startMinute: 1_320, lengthMinutes: 480 });
		const longer = stretched(night, 1_320, 1_830)!;
		stored(await edit('stretch', [night], [longer]));
		expect(await shiftOn('ben', 5)).toEqual(longer);
		const [row] = await test.ctx.db.orm.select().from(shifts).where(eq(shifts.id, night.id));
		expect(row!.endAt - row!.startAt).toBe(9.5 * 3_600_000);
	});

	it('wants a reason for a rule that it breaks, keeps it with the edit, and asks no more for it', async () => {
		const shift = await shiftOn('ana', 1);
		const early = movedTo(shift, { startMinute: 0 });
		const refused = await edit('move', [shift], [early]);
		expect(refused).toMatchObject({
			status: 'needs-reason',
			brokenRules: [{ rule: 'rest-between-shifts', agent: 'ana', day: 1 }]
		});
		expect([told.length, (await standing()).sequence]).toEqual([0, 0]);
		expect(await shiftOn('ana', 1)).toEqual(shift);
		const done = stored(await edit('move', [shift], [early], { reason: 'she asked for it' }));
		expect(done).toMatchObject({
			reason: 'she asked for it',
			brokenRules: [{ rule: 'rest-between-shifts' }]
		});
		expect((await findRoster(test.ctx, marta, 'r'))!.validation.violations).toHaveLength(1);
		// It stays broken: a break in the same shift is nobody's business.
		const withBreak = withPart(early, { fromMinute: 60, lengthMinutes: 15, paid: true, kind: 'break' })!;
		expect(stored(await edit('parts', [early], [withBreak]))).toMatchObject({
			reason: null,
			brokenRules: []
		});
	});

	it('who was slower is told what was done meanwhile, and nothing of theirs is stored', async () => {
		const [first, second] = [await shiftOn('ana', 0), await shiftOn('ana', 1)];
		const won = stored(await edit('remove', [first], []));
		const behind = await edit('remove', [second], [], { actor: juan, base: 0 });
		expect(behind).toEqual({ status: 'behind', since: [won] });
		expect((await standing()).shifts).toHaveLength(2);
		stored(await edit('remove', [second], [], { actor: juan, base: 1 }));
		expect((await listRosterEdits(test.ctx, marta, 'r', 1)).map(({ createdBy }) => createdBy)).toEqual([
			'user:juan'
		]);
	});

	it('of two at the same moment one is stored', async () => {
		const [first, second] = [await shiftOn('ana', 0), await shiftOn('ana', 1)];
		const outcomes = await Promise.all([
			edit('remove', [first], [], { base: 0 }),
			edit('remove', [second], [], { actor: juan, base: 0 })
		]);
		expect(outcomes.map((outcome) => outcome?.status).sort()).toEqual(['behind', 'stored']);
		expect((await standing()).shifts).toHaveLength(2);
	});

	it('an edit that comes twice is stored once', async () => {
		const shift = await shiftOn('ana', 0);
		const id = randomUUID();
		const first = stored(await edit('remove', [shift], [], { id, base: 0 }));
		expect(stored(await edit('remove', [shift], [], { id, base: 0 }))).toEqual(first);
		expect(await test.ctx.db.orm.select().from(rosterEdits)).toHaveLength(1);
	});

	it('a shift that is not as it was seen is not touched', async () => {
		const shift = await shiftOn('ana', 0);
		const other = { ...shift, startMinute: 495 };
		expect(await edit('remove', [other], [])).toEqual({ status: 'overtaken' });
		expect(await edit('add', [], [shift])).toEqual({ status: 'overtaken' });
		expect((await standing()).shifts).toHaveLength(3);
	});

	it('a shift that was kept to the minute off the grid is edited like any other', async () => {
		const shift = await shiftOn('ana', 0);
		const own = { ...shift, id: 'own', days: [0] };
		const { orm } = test.ctx.db;
		await orm.update(rosters).set({ problem: { ...problem, options: [own] } });
		const startAt = Date.UTC(2026, 9, 19, 6, 7);
		await orm.update(shifts).set({ templateId: 'own', startAt }).where(eq(shifts.id, shift.id));
		expect(await shiftOn('ana', 0)).toEqual(shift);
		const later = movedTo(shift, { startMinute: 540 });
		stored(await edit('move', [shift], [later]));
		expect(await shiftOn('ana', 0)).toEqual(later);
	});

	it('a rule on all together is judged with those whom the edit does not touch', async () => {
		const least = { day: 0, fromMinute: 600, toMinute: 660, skill: 'voice', agents: 1 };
		await test.ctx.db.orm.update(rosters).set({ problem: { ...problem, minimumStaff: [least] } });
		const first = await shiftOn('ana', 0);
		const second = { ...first, id: randomUUID(), agent: 'ben' };
		stored(await edit('add', [], [second]));
		stored(await edit('remove', [first], []));
		expect(await edit('remove', [second], [])).toMatchObject({
			status: 'needs-reason',
			brokenRules: [{ rule: 'minimum-staff', agent: null, day: 0 }]
		});
	});

	it('a copy of what was changed by hand is known to be, and was asked for by nobody', async () => {
		const { orm } = test.ctx.db;
		const [{ result } = { result: {} }] = await orm.select({ result: rosters.result }).from(rosters);
		await orm.update(rosters).set({ result: { ...result, asked: { near: 'base' } } });
		const unedited = (await copyRoster(test.ctx, marta, { rosterId: 'r', name: 'R 2' }))!;
		expect(await findRoster(test.ctx, marta, unedited.rosterId)).toMatchObject({
			...{ basedOn: 'r', asked: null, editedAt: null },
			result: { status: 'optimal' }
		});
		test.clock.at += 60_000;
		stored(await edit('remove', [await shiftOn('ana', 0)], []));
		const copy = (await copyRoster(test.ctx, marta, { rosterId: 'r', name: 'R 3' }))!;
		const again = (await copyRoster(test.ctx, marta, { rosterId: copy.rosterId, name: 'R 4' }))!;
		for (const rosterId of ['r', copy.rosterId, again.rosterId])
			expect(await findRoster(test.ctx, marta, rosterId)).toMatchObject({ editedAt: test.clock.at });
	});

	it('a published roster is not edited, and a copy of it is', async () => {
		await test.ctx.db.client.execute(`UPDATE rosters SET status = 'published' WHERE id = 'r'`);
		const shift = await shiftOn('ana', 0);
		expect(await edit('remove', [shift], [])).toEqual({ status: 'published' });
		const copy = (await copyRoster(test.ctx, marta, { rosterId: 'r', name: 'R 2' }))!;
		const workspace = (await readWorkspace(test.ctx, marta, copy.rosterId))!;
		expect(workspace.shifts).toHaveLength(3);
		expect(workspace.shifts.map(({ id }) => id)).not.toContain(shift.id);
		const [row] = await test.ctx.db.orm.select().from(rosters).where(eq(rosters.id, copy.rosterId));
		expect(row).toMatchObject({ status: 'draft', basedOn: 'r', name: 'R 2', publishedAt: null });
		const removed = await applyEdit(test.ctx, marta, {
			...{ rosterId: copy.rosterId, id: randomUUID(), baseSequence: 0, what: 'remove' as const },
			...{ before: [workspace.shifts[0]!], after: [] }
		});
		expect(removed?.status).toBe('stored');
		expect((await standing()).shifts).toHaveLength(3);
		expect(await copyRoster(test.ctx, marta, { rosterId: 'nobody', name: 'x' })).toBeNull();
	});

	it.each<[string, Partial<PlacedShift>, string]>([
		['an agent that is not in it', { agent: 'zoe' }, 'no agent "zoe"'],
		['a day that it has not', { day: 7 }, 'day 7'],
		['times off the grid', { startMinute: 487 }, 'no multiple of 15'],
		['no length', { lengthMinutes: 0 }, '0 minutes long'],
		[
			'a part beyond the end',
			{ breaks: [{ offsetMinute: 450, lengthMinutes: 45, paid: true }] },
			'beyond its end'
		]
	])('refuses a shift with %s', async (_, fields, words) => {
		const shift = { ...(await shiftOn('ana', 0)), id: randomUUID(), ...fields };
		const attempt = edit('add', [], [shift], { reason: 'whatever' });
		await expect(attempt).rejects.toThrow(InvalidInputError);
		await expect(attempt).rejects.toThrow(words);
	});

	it('needs the right', async () => {
		const supervisor = actorWithRole('supervisor');
		const shift = await shiftOn('ana', 0);
		await expect(edit('remove', [shift], [], { actor: supervisor })).rejects.toThrow(ForbiddenError);
		const step = { rosterId: 'r', id: randomUUID(), baseSequence: 0, editId: 'x' };
		await expect(undoEdit(test.ctx, supervisor, step)).rejects.toThrow(ForbiddenError);
		await expect(redoEdit(test.ctx, supervisor, step)).rejects.toThrow(ForbiddenError);
		await expect(copyRoster(test.ctx, supervisor, { rosterId: 'r', name: 'x' })).rejects.toThrow(
			ForbiddenError
		);
	});
});

describe('undoEdit() and redoEdit()', () => {
	const step = async (verb: typeof undoEdit, editId: string, actor = marta) =>
		verb(test.ctx, actor, {
			...{ rosterId: 'r', id: randomUUID(), editId },
			baseSequence: (await standing()).sequence
		});

	it('go back and forth over the log, each a step of it', async () => {
		const before = (await standing()).shifts;
		const shift = await shiftOn('ana', 1);
		const done = stored(
			await edit('move', [shift], [movedTo(shift, { startMinute: 0 })], { reason: 'she asked for it' })
		);
		const back = stored(await step(undoEdit, done.id));
		expect(back).toMatchObject({ what: 'undo', about: 1, sequence: 2, brokenRules: [] });
		expect((await standing()).shifts).toEqual(before);
		expect((await standing()).edits[0]).toMatchObject({ undoneBy: 2 });
		// With the reason that it had.
		expect(stored(await step(redoEdit, done.id))).toMatchObject({
			...{ what: 'redo', about: 1, reason: 'she asked for it' },
			brokenRules: [{ rule: 'rest-between-shifts' }]
		});
		expect((await standing()).edits[0]).toMatchObject({ undoneBy: null });
		expect(await shiftOn('ana', 1)).toMatchObject({ startMinute: 0 });
		expect(await test.audited()).toEqual([
			'roster.compute',
			'roster.edit',
			'roster.edit.undo',
			'roster.edit.redo'
		]);
	});

	it('refuse what others have built on, what is undone already, and what was never done', async () => {
		const shift = await shiftOn('ana', 0);
		const later = movedTo(shift, { startMinute: 540 });
		const done = stored(await edit('move', [shift], [later]));
		stored(await edit('move', [later], [movedTo(shift, { startMinute: 600 })], { actor: juan }));
		expect(await step(undoEdit, done.id)).toEqual({ status: 'overtaken' });
		expect(await step(redoEdit, done.id)).toEqual({ status: 'overtaken' });
		expect(await step(undoEdit, 'nothing')).toBeNull();
		const last = (await standing()).edits.at(-1)!;
		const undone = stored(await step(undoEdit, last.id));
		expect(await step(undoEdit, last.id)).toEqual({ status: 'overtaken' });
		// A step of undoing is no edit that could be undone itself.
		expect(await step(undoEdit, undone.id)).toBeNull();
	});
});

it('listRosterEdits() and readWorkspace() are for those who may see the whole centre’s rosters', async () => {
	const agent = actorWithRole('agent');
	await expect(listRosterEdits(test.ctx, agent, 'r')).rejects.toThrow(ForbiddenError);
	await expect(readWorkspace(test.ctx, agent, 'r')).rejects.toThrow(ForbiddenError);
	expect(await readWorkspace(test.ctx, marta, 'nothing')).toBeNull();
});
