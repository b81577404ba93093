import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { queues, sites } from '../db/schema/index.ts';
import { addHolidays } from './add-holidays.ts';
import { changeSpecialDays } from './change-special-days.ts';
import { importSpecialDays } from './import-special-days.ts';
import { listSpecialDays } from './list-special-days.ts';
import { offerHolidays } from './offer-holidays.ts';
import { specialDaysCsv } from './special-days-csv.ts';

const planner = actorWithRole('planner');
const supervisor = actorWithRole('supervisor');

let test: Awaited<ReturnType<typeof openTestContext>>;
const listed = async () =>
	(await listSpecialDays(test.ctx, supervisor)).map(({ date, name }) => `${date} ${name}`);
beforeEach(async () => {
	test = await openTestContext();
	const createdAt = test.ctx.now();
	const site = { id: 's', name: 'Test', timeZone: 'UTC', createdAt };
	await test.ctx.db.orm.insert(sites).values(site);
	await test.ctx.db.orm
		.insert(queues)
		.values({ id: 'sales', siteId: 's', name: 'Sales line', channel: 'voice', createdAt });
});
afterEach(() => test.close());

describe('changeSpecialDays()', () => {
	const fair = { date: '2026-05-02', name: 'Fair' };

	it('adds, changes and removes in one go, and what it answers undoes it', async () => {
		const added = await changeSpecialDays(test.ctx, planner, { put: [fair], remove: [] });
		expect(added).toMatchObject({ added: 1, changed: 0, removed: 0 });
		const [row] = await listSpecialDays(test.ctx, planner);
		expect(row).toMatchObject({ ...fair, queueId: null, factor: null, isClosed: false, source: 'own' });

		const changed = await changeSpecialDays(test.ctx, planner, {
			put: [
				{ ...fair, id: row!.id, factor: 1.4 },
				{ date: '2026-05-03', name: 'Fair', isClosed: true }
			],
			remove: []
		});
		expect(changed).toMatchObject({ added: 1, changed: 1 });
		const removed = await changeSpecialDays(test.ctx, planner, { put: [], remove: [row!.id] });
		expect(await listed()).toEqual(['2026-05-03 Fair']);
		await changeSpecialDays(test.ctx, planner, removed.undo);
		expect((await listSpecialDays(test.ctx, planner))[0]).toMatchObject({ id: row!.id, factor: 1.4 });
		await changeSpecialDays(test.ctx, planner, changed.undo);
		const [again] = await listSpecialDays(test.ctx, planner);
		expect({ ...again, createdAt: 0 }).toEqual({ ...row, createdAt: 0 });
		expect(await listed()).toEqual(['2026-05-02 Fair']);
		expect(await test.audited()).toEqual(Array(5).fill('special-days.change'));
	});

	it('refuses twins, what can not be, and those without the right', async () => {
		const put = (day: Record<string, unknown>, actor = planner) =>
			changeSpecialDays(test.ctx, actor, { put: [{ ...fair, ...day }], remove: [] });
		await put({});
		await expect(put({ name: 'FAIR' })).rejects.toThrow(/there already for all queues/);
		await put({ queueId: 'sales' });
		await expect(put({ name: 'x', queueId: 'none' })).rejects.toThrow(/no queue "none"/);
		await expect(put({ date: '2026-02-30' })).rejects.toThrow(/no such day/);
		await expect(put({ date: '2 May' })).rejects.toThrow(InvalidInputError);
		await expect(put({ name: ' ' })).rejects.toThrow(InvalidInputError);
		await expect(put({ name: 'x', factor: -1 })).rejects.toThrow(InvalidInputError);
		await expect(put({ name: 'x', factor: 1, isClosed: true })).rejects.toThrow(/closed day/);
		await expect(changeSpecialDays(test.ctx, planner, { put: [], remove: [] })).rejects.toThrow(
			/nothing was asked/
		);
		await expect(put({ name: 'x' }, supervisor)).rejects.toThrow(ForbiddenError);
		expect(await listed()).toHaveLength(2);
	});
});

describe('addHolidays()', () => {
	const madrid = { country: 'ES', state: 'MD', years: [2026] };

	it("adds a region's public holidays under the reader's names, once", async () => {
		const added = await addHolidays(test.ctx, planner, madrid, 'en');
		const days = await listed();
		expect(added.added).toBe(days.length);
		expect(days).toContain('2026-12-25 Christmas Day');
		expect(days).toContain('2026-05-02 Día de la Comunidad de Madrid');
		expect(days).not.toContain('2026-05-03 Mother’s Day');
		expect((await addHolidays(test.ctx, planner, madrid, 'en')).added).toBe(0);
		await changeSpecialDays(test.ctx, planner, added.undo);
		expect(await listed()).toEqual([]);
	});

	it('keeps one name for a holiday, whatever language its next years are added in', async () => {
		await addHolidays(test.ctx, planner, madrid, 'en');
		const spanish = await offerHolidays(test.ctx, planner, { ...madrid, years: [2027] }, 'es');
		expect(spanish.find(({ date }) => date === '2027-12-25')!.name).toBe('Christmas Day');
		const fresh = await offerHolidays(test.ctx, planner, { country: 'MX', years: [2027] }, 'es');
		expect(fresh.find(({ date }) => date === '2027-09-16')!.name).toMatch(/^Día de la Independencia/);
		expect((await addHolidays(test.ctx, planner, { ...madrid, years: [2026] }, 'es')).added).toBe(0);
	});

	it('adds only those chosen, for a queue when asked', async () => {
		const chosen = ['2026-03-19 Saint Joseph'];
		await addHolidays(test.ctx, planner, { ...madrid, queueId: 'sales', chosen }, 'en');
		expect(await listSpecialDays(test.ctx, planner)).toMatchObject([
			{ date: '2026-03-19', name: 'Saint Joseph', queueId: 'sales', source: 'holiday' }
		]);
	});

	it('refuses a country without known holidays and those without the right', async () => {
		await expect(addHolidays(test.ctx, planner, { country: 'ZZ', years: [2026] }, 'en')).rejects.toThrow(
			/"ZZ"/
		);
		await expect(addHolidays(test.ctx, supervisor, madrid, 'en')).rejects.toThrow(ForbiddenError);
		await expect(addHolidays(test.ctx, planner, { ...madrid, years: [] }, 'en')).rejects.toThrow(
			/choose a year/
		);
	});
});

describe('importSpecialDays()', () => {
	it('takes its own export back, and changes what differs', async () => {
		const day = { date: '2026-05-02', name: 'Fair, day 1', queueId: 'sales', factor: 1.25 };
		await changeSpecialDays(test.ctx, planner, {
			put: [day, { date: '2026-05-03', name: 'Closed', isClosed: true, isIgnored: true }],
			remove: []
		});
		const before = await listSpecialDays(test.ctx, planner);
		const csv = specialDaysCsv(before);
		expect(await importSpecialDays(test.ctx, planner, csv)).toMatchObject({
			unchanged: 2,
			added: 0,
			problems: []
		});
		await changeSpecialDays(test.ctx, planner, { put: [], remove: before.map(({ id }) => id) });
		expect(await importSpecialDays(test.ctx, planner, csv)).toMatchObject({ added: 2, unchanged: 0 });
		const plain = (rows: typeof before) => rows.map(({ id: _, createdAt: __, ...row }) => row);
		expect(plain(await listSpecialDays(test.ctx, planner))).toEqual(plain(before));
		const changed = await importSpecialDays(test.ctx, planner, csv.replace('1.25', '2'));
		expect(changed).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
		await changeSpecialDays(test.ctx, planner, changed.undo);
		expect((await listSpecialDays(test.ctx, planner))[0]).toMatchObject({ factor: 1.25 });
	});

	it('names bad rows by line and keeps the good ones; a name of a queue will do', async () => {
		const csv = [
			'date,name,queue,effect,factor',
			'2026-13-01,A,,,',
			'2026-01-02,,,,',
			'2026-01-03,B,Nobody,,',
			'2026-01-04,C,,often,',
			'2026-01-05,D,,factor,many',
			'2026-01-06,E,Sales line,,"0,5"',
			'2026-01-07,F,,factor,'
		].join('\n');
		const { added, problems } = await importSpecialDays(test.ctx, planner, csv);
		expect(added).toBe(1);
		expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
			[2, 'date'],
			[3, 'name'],
			[4, 'queue'],
			[5, 'effect'],
			[6, 'factor'],
			[8, 'factor']
		]);
		expect(await listSpecialDays(test.ctx, planner)).toMatchObject([
			{ name: 'E', queueId: 'sales', factor: 0.5 }
		]);
		await expect(importSpecialDays(test.ctx, supervisor, csv)).rejects.toThrow(ForbiddenError);
	});
});
