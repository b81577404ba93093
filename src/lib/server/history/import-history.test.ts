import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { findImportReport } from './find-import-report.ts';
import { importHistory } from './import-history.ts';
import { listHistory } from './list-history.ts';
import { undoImport } from './undo-import.ts';

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

	it('keeps a report of what was done', async () => {
		const done = await importHistory(
			test.ctx,
			planner,
			input(
				'DateTime,Calls\n2026-03-02T09:00,1\n2026-03-02T09:05,1\n2026-03-02T09:15,x\n2026-03-02T09:20,4\n'
			)
		);
		if (done.status !== 'imported') throw new Error('the import was refused');
		const report = await findImportReport(test.ctx, planner, done.importId);
		expect(report).toMatchObject({
			rows: 3,
			errorCount: 1,
			errors: [{ line: 4, column: 'Calls', value: 'x', problem: 'not-a-number' }],
			notes: [{ kind: 'local-time', timeZone: 'Europe/Madrid' }],
			coverage: [{ queue: 'desk', rows: 3, offered: 6, daysWithRows: 1, gaps: { intervals: 2, days: 0 } }]
		});
		expect(await findImportReport(test.ctx, planner, 'none')).toBe(null);
		await expect(findImportReport(test.ctx, actorWithRole('agent'), done.importId)).rejects.toThrow(
			ForbiddenError
		);
	});

	it('reads a large file in a thread of its own, to the same end', async () => {
		const lines = ['interval_start,queue,offered'];
		for (let i = 0; i < 9000; i++)
			lines.push(`${new Date(Date.UTC(2026, 0, 1) + i * 900_000).toISOString()},large,${i % 40}`);
		const text = lines.join('\n');
		expect(text.length).toBeGreaterThan(256_000);
		const done = await importHistory(test.ctx, planner, input(text));
		expect(done).toMatchObject({ status: 'imported', rows: 9000, queues: ['large'], errorCount: 0 });
		const { coverage } = await listHistory(test.ctx, planner);
		expect(coverage).toMatchObject([{ queueId: 'large', intervals: 9000, intervalSeconds: 900 }]);
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

	it('gives back what the import had replaced, whichever of several is taken back first', async () => {
		const ids: string[] = [];
		for (const counts of [
			[1, 2],
			[10, 20, 30],
			[100, 25]
		]) {
			const done = await importHistory(test.ctx, planner, input(file(counts)));
			if (done.status !== 'imported') throw new Error('the import was refused');
			ids.push(done.importId);
		}
		const offered = async () => (await listHistory(test.ctx, planner)).coverage[0]?.offered ?? null;
		expect(await offered()).toBe(155);
		expect(await findImportReport(test.ctx, planner, ids[1]!)).toMatchObject({ rows: 3, replaced: 2 });
		await undoImport(test.ctx, planner, ids[1]!);
		expect(await offered()).toBe(125);
		await undoImport(test.ctx, planner, ids[2]!);
		expect(await offered()).toBe(3);
		await undoImport(test.ctx, planner, ids[0]!);
		expect(await offered()).toBe(null);
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
