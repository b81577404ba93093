import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAgents } from '#lib/server/agents/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { listHistory } from '#lib/server/history/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError } from '../verb.ts';
import verb from './import.ts';

let folder: string;
let db: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'marea-import-'));
	db = `file:${join(folder, 'marea.db')}`;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

async function run(...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const code = await verb.run(args, {
		out: (text) => out.push(text),
		err: (text) => err.push(text),
		stdin: async () => ''
	});
	return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('marea import history', () => {
	it('keeps the good rows, names the bad ones, and the database has them', async () => {
		const path = file(
			'calls.csv',
			'DateTime,Calls\n2026-03-02T09:00:00,10\n2026-03-02T09:30:00,-4\n2026-03-02T10:00:00,12\n2026-03-02T10:30:00,9\n'
		);
		const { code, out, err } = await run(
			'history',
			path,
			'--queue',
			'desk',
			'--time-zone',
			'Europe/Madrid',
			'--db',
			db,
			'--json'
		);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ status: 'imported', rows: 3, errorCount: 1, queues: ['desk'] });
		expect(err).toMatch(/line 3, Calls: "-4" is negative/);
		expect(err).toMatch(/local to Europe\/Madrid/);
		const ctx = await openContext(db);
		const { coverage } = await listHistory(ctx, SYSTEM);
		ctx.close();
		expect(coverage).toMatchObject([
			{ queueId: 'desk', offered: 31, fromMs: Date.parse('2026-03-02T08:00:00Z') }
		]);
	});

	it('reads times without a zone in the site’s by default', async () => {
		const path = file('later.csv', 'DateTime,Calls\n2026-07-01T09:00:00,1\n2026-07-01T09:30:00,2\n');
		await run('history', path, '--db', db);
		const ctx = await openContext(db);
		const { coverage } = await listHistory(ctx, SYSTEM);
		ctx.close();
		expect(coverage.find(({ queueId }) => queueId === 'later')?.fromMs).toBe(
			Date.parse('2026-07-01T07:00:00Z')
		);
	});

	it.each([
		['a missing column', 'interval_start,offered,answered\n2026-03-02T09:00:00Z,1,1\n'],
		['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0])],
		['an empty file', '']
	])('refuses %s and changes nothing', async (name, text) => {
		const path = file(`${name}.csv`, text);
		await expect(run('history', path, '--db', db)).rejects.toThrow(RefusedError);
		const ctx = await openContext(db);
		const { imports } = await listHistory(ctx, SYSTEM);
		ctx.close();
		expect(imports.map(({ fileName }) => fileName)).not.toContain(`${name}.csv`);
	});
});

describe('marea import agents', () => {
	it('keeps the good lines and names the bad ones', async () => {
		const path = file('agents.csv', 'agent,name,team,skills\na1,Ana,North,billing;sales:0.7\na2,,North,\n');
		const { code, out, err } = await run('agents', path, '--db', db, '--json');
		expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, imported: 1 });
		expect(err).toMatch(/line 3, name/);
		const ctx = await openContext(db);
		const agents = await listAgents(ctx);
		ctx.close();
		expect(agents.map(({ id }) => id)).toEqual(['a1']);
	});

	it('refuses a file without the columns', async () => {
		await expect(run('agents', file('bad.csv', 'who\nx\n'), '--db', db)).rejects.toThrow(
			/Nothing was changed/
		);
	});
});

describe('marea import', () => {
	it.each([
		[['people', 'x.csv']],
		[['history']],
		[['history', 'a.csv', 'b.csv']],
		[['history', 'a.csv', '--time-zone', 'Mars/Olympus']],
		[['events', 'a.ndjson', '--key', 'k']],
		[['events', 'a.ndjson', '--url', 'http://127.0.0.1:1']],
		[['events', 'a.ndjson', '--url', 'http://127.0.0.1:1', '--key', 'k', '--speed', 'fast']]
	])('names wrong usage: %j', async (args) => {
		await expect(run(...args)).rejects.toThrow(UsageError);
	});

	it('refuses a file that is not there', async () => {
		await expect(run('history', join(folder, 'none.csv'), '--db', db)).rejects.toThrow(
			/there is no such file/
		);
	});
});
