import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { agents, agentSkills, auditLog, sites, skills } from '../db/schema/index.ts';
import { changeMinimumStaff, listMinimumStaff, minimumStaffFor, type MinimumStaffChange } from './index.ts';

const planner = actorWithRole('planner');
const supervisor = actorWithRole('supervisor');
const office = { agents: 2, skillId: 'voice', weekdays: [4, 0, 2], fromMinute: 540, toMinute: 1_080 };
const night = { agents: 1, weekdays: [5, 6], fromMinute: 1_320, toMinute: 1_800 };

let test: Awaited<ReturnType<typeof openTestContext>>;
const change = (input: MinimumStaffChange, actor = planner) => changeMinimumStaff(test.ctx, actor, input);
const list = () => listMinimumStaff(test.ctx, planner);

beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 's', name: 'Test', timeZone: 'UTC', createdAt: 1 });
	await orm.insert(skills).values({ id: 'voice', name: 'Voice' });
	await orm
		.insert(agents)
		.values(['ana', 'ben', 'eva'].map((id) => ({ id, siteId: 's', name: id, createdAt: 1 })));
	await orm.insert(agentSkills).values([
		{ agentId: 'ana', skillId: 'voice' },
		{ agentId: 'ben', skillId: 'voice', proficiency: 0 }
	]);
});
afterEach(() => test.close());

describe('changeMinimumStaff()', () => {
	it('adds, changes and removes in one go, and what it answers undoes it, each audited', async () => {
		const added = await change({ put: [office, night] });
		expect(added).toMatchObject({ added: 2, changed: 0, removed: 0 });
		const [first, second] = await list();
		const both = [first, second].sort((a, b) => a!.fromMinute - b!.fromMinute);
		expect(both).toEqual([
			{ ...office, id: both[0]!.id, weekdays: [0, 2, 4], fromDate: null, toDate: null, able: 1 },
			{ ...night, id: both[1]!.id, skillId: null, fromDate: null, toDate: null, able: 3 }
		]);

		const { able: _, ...one } = both[0]!;
		const changed = await change({
			put: [{ ...one, agents: 3, toDate: '2026-12-24' }],
			remove: [both[1]!.id]
		});
		expect(changed).toMatchObject({ added: 0, changed: 1, removed: 1 });
		expect(await list()).toMatchObject([{ id: one.id, agents: 3, toDate: '2026-12-24' }]);
		await change(changed.undo);
		expect((await list()).sort((a, b) => a.fromMinute - b.fromMinute)).toEqual(both);
		await change(added.undo);
		expect(await list()).toEqual([]);

		expect(await test.audited()).toEqual(Array(4).fill('minimum-staff.change'));
		const rows = await test.ctx.db.orm.select().from(auditLog);
		expect(rows[1]).toMatchObject({ actor: planner.id, subject: 'minimum-staff' });
		expect(JSON.stringify(rows[1]!.after)).toContain('2026-12-24');
	});

	it.each<[string, Record<string, unknown>, string]>([
		['nobody', { agents: 0 }, 'put.0.agents: is 0; wanted a whole number from 1 to 10000'],
		['half a person', { agents: 1.5 }, 'put.0.agents: is 1.5; wanted a whole number'],
		['a word for a number', { agents: 'two' }, 'put.0.agents: is "two"; wanted a whole number'],
		['no day', { weekdays: [] }, 'put.0.weekdays: is []; wanted at least one of 0 (Monday) to 6'],
		['an eighth day', { weekdays: [7] }, 'put.0.weekdays.0: is 7; wanted at least one'],
		['a day twice', { weekdays: [1, 1] }, 'put.0.weekdays: is [1,1]; wanted at least one'],
		['a time off the grid', { fromMinute: 542 }, 'fromMinute: is 542; wanted local minutes from 0 to 1435'],
		['an end before the start', { toMinute: 480 }, 'toMinute: is 480; wanted a time after fromMinute (540)'],
		['more than a day', { toMinute: 2_000 }, 'toMinute: is 2000; wanted a time after fromMinute'],
		['no such date', { fromDate: '2026-02-30' }, 'fromDate: is "2026-02-30"; wanted a date as YYYY-MM-DD'],
		[
			'dates the wrong way',
			{ fromDate: '2026-03-02', toDate: '2026-03-01' },
			'toDate: is "2026-03-01"; wanted no date before fromDate (2026-03-02)'
		],
		['an unknown skill', { skillId: 'mail' }, 'there is no skill "mail"'],
		['a field that is none', { minimum: 2 }, 'minimum']
	])('refuses %s in words, and writes nothing', async (_, wrong, words) => {
		await expect(change({ put: [{ ...office, ...wrong } as typeof office] })).rejects.toMatchObject({
			status: 400,
			message: expect.stringMatching(/^Changing minimum staff: /) as string
		});
		await expect(change({ put: [night, { ...office, ...wrong } as typeof office] })).rejects.toThrow(
			words.replace('put.0', 'put.1')
		);
		expect(await list()).toEqual([]);
		expect(await test.audited()).toEqual([]);
	});

	it('refuses the same days and times twice, nothing, and those without the right', async () => {
		await change({ put: [office] });
		await expect(change({ put: [{ ...office, agents: 1 }] })).rejects.toThrow(
			'there is a minimum of 2 for the same skill, days and times already'
		);
		const { able: _, ...one } = (await list())[0]!;
		await expect(change({ put: [one, one] })).rejects.toThrow('is there twice');
		await expect(change({})).rejects.toThrow('nothing was asked for');
		// Of what is not there nothing is removed, and nothing entered.
		expect(await change({ remove: ['none'] })).toMatchObject({ removed: 0 });
		await expect(change({ put: [night] }, supervisor)).rejects.toThrow(ForbiddenError);
		await expect(listMinimumStaff(test.ctx, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
		await expect(listMinimumStaff(test.ctx, null)).rejects.toThrow(ForbiddenError);
		expect(await listMinimumStaff(test.ctx, supervisor)).toHaveLength(1);
		expect(await test.audited()).toEqual(['minimum-staff.change']);
	});
});

it('minimumStaffFor() reads the days of a roster as its problem has them', async () => {
	await change({ put: [{ ...office, fromDate: '2026-10-21' }] });
	expect(
		await minimumStaffFor(test.ctx, { start: '2026-10-19', days: 7, timeZone: 'Europe/Madrid' })
	).toEqual([2, 4].map((day) => ({ day, fromMinute: 540, toMinute: 1_080, skill: 'voice', agents: 2 })));
});
