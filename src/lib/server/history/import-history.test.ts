import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { importHistory, undoImport } from './import-history.ts';
import { listHistory } from './list-history.ts';

const planner = actorWithRole('planner');
const file = (counts: number[]) =>
	`DateTime,Calls\n${counts.map((count, i) => `2026-03-02T09:${String(i * 5).padStart(2, '0')}:00,${count}`).join('\n')}\n`;
const input = (text: string) => ({ fileName: 'desk.csv', text, timeZone: 'Europe/Madrid' });

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
});
afterEach(() => test.close());

describe('importHistory()', () => {
	it('counts an interval that comes again once, with the new count, and keeps a trace', async () => {
		await importHistory(test.ctx, planner, input(file([1, 2, 3])));
		const again = await importHistory(test.ctx, planner, input(file([10, 2, 3])));
		expect(again).toMatchObject({ status: 'imported', rows: 3, queues: ['desk'] });
		const { coverage, imports } = await listHistory(test.ctx, planner);
		expect(coverage).toMatchObject([{ queueId: 'desk', intervals: 3, offered: 15, intervalSeconds: 300 }]);
		expect(imports).toHaveLength(2);
		expect(await test.audited()).toEqual(['history.import', 'history.import']);
	});

	it('changes nothing when no row is left', async () => {
		const result = await importHistory(test.ctx, planner, input(file([-1])));
		expect(result).toMatchObject({ status: 'refused', errorCount: 1 });
		expect(await listHistory(test.ctx, planner)).toEqual({ coverage: [], imports: [] });
	});

	it('refuses those without the right, and input that is no file', async () => {
		for (const role of ['supervisor', 'agent'] as const)
			await expect(importHistory(test.ctx, actorWithRole(role), input(file([1])))).rejects.toThrow(
				ForbiddenError
			);
		await expect(importHistory(test.ctx, planner, { ...input(''), fileName: '' })).rejects.toThrow(
			InvalidInputError
		);
		await expect(listHistory(test.ctx, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
	});
});

describe('undoImport()', () => {
	it('takes the import’s rows with it and leaves the others', async () => {
		await importHistory(test.ctx, planner, { ...input(file([1, 2])), defaultQueue: 'kept' });
		const done = await importHistory(test.ctx, planner, input(file([5, 6])));
		if (done.status !== 'imported') throw new Error('the import was refused');
		expect(await undoImport(test.ctx, planner, done.importId)).toBe(true);
		const { coverage, imports } = await listHistory(test.ctx, planner);
		expect(coverage.map(({ queueId }) => queueId)).toEqual(['kept']);
		expect(imports).toHaveLength(1);
		expect(await undoImport(test.ctx, planner, done.importId)).toBe(false);
	});

	it('refuses those without the right', async () => {
		const done = await importHistory(test.ctx, planner, input(file([5, 6])));
		if (done.status !== 'imported') throw new Error('the import was refused');
		await expect(undoImport(test.ctx, actorWithRole('supervisor'), done.importId)).rejects.toThrow(
			ForbiddenError
		);
		expect((await listHistory(test.ctx, planner)).imports).toHaveLength(1);
	});
});
