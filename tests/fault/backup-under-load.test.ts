import { mkdtempSync, readdirSync, rmSync, truncateSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { makeKey, runMarea } from '../support/run-marea.ts';
import { startServer } from '../support/start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'marea-backup-'));
const at = (name: string) => join(folder, name);
const url = (name: string) => `file:${at(name)}`;
beforeAll(() => ensureBuilt(), 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Numbers {
	queues: { id: string; waiting: number; today: { offered: number } }[];
}

it('a backup made under load holds every event acknowledged before it, and a server runs on it after a restore', async () => {
	const server = await startServer({ db: url('marea.db') });
	const acknowledged: string[] = [];
	let isOver = false;
	try {
		const authorization = `Bearer ${await makeKey(url('marea.db'), 'ingest')}`;
		const feed = async () => {
			for (let n = 0; !isOver; n++) {
				const batch = Array.from({ length: 20 }, (_, i) => ({
					specversion: '1.0',
					id: `${n}-${i}`,
					source: 'backup-test',
					type: `marea.contact.${i % 2 ? 'ended' : 'queued'}`,
					time: new Date().toISOString(),
					data: { contact: `c${n}-${i >> 1}`, queue: `q${(i >> 1) % 3}`, channel: 'voice' }
				}));
				const answer = await fetch(`${server.url}/api/v1/events`, {
					method: 'POST',
					headers: { authorization, 'content-type': 'application/json' },
					body: JSON.stringify(batch)
				});
				expect(answer.status).toBe(202);
				acknowledged.push(...batch.map(({ id }) => id));
			}
		};
		const feeding = feed();
		const backups: { file: string; before: string[]; events: number }[] = [];
		for (const file of ['one.db', 'two.db', 'three.db']) {
			const before = [...acknowledged];
			const { code, stdout, stderr } = await runMarea([
				'backup',
				at(file),
				'--db',
				url('marea.db'),
				'--json'
			]);
			expect(code, stderr).toBe(0);
			backups.push({ file, before, events: (JSON.parse(stdout) as { events: number }).events });
		}
		// Taking a name that is there would lose a backup; a running server's database is not to be replaced.
		expect(await runMarea(['backup', at('one.db'), '--db', url('marea.db')])).toMatchObject({ code: 1 });
		const inUse = await runMarea(['restore', at('one.db'), '--db', url('marea.db')]);
		expect(inUse).toMatchObject({ code: 1, stderr: expect.stringContaining('stop the server') as string });
		isOver = true;
		await feeding;
		await server.kill();

		const { file, before, events } = backups.at(-1)!;
		expect(before.length).toBeGreaterThan(0);
		expect(events).toBeGreaterThanOrEqual(before.length);
		const { code, stderr } = await runMarea(['restore', at(file), '--db', url('marea.db')]);
		expect(code, stderr).toBe(0);
		expect(readdirSync(folder).filter((name) => name.startsWith('marea.db.before-'))).toHaveLength(1);
		expect(existsSync(at('marea.db.restoring'))).toBe(false);

		const again = await startServer({ db: url('marea.db') });
		try {
			const read = { authorization: `Bearer ${await makeKey(url('marea.db'), 'read')}` };
			const live = (await (await fetch(`${again.url}/api/v1/live`, { headers: read })).json()) as Numbers;
			const offered = live.queues.reduce((sum, { today }) => sum + today.offered, 0);
			expect(offered).toBe(events / 2);
		} finally {
			await again.stop();
		}
		const verified = await runMarea(['verify', '--db', url('marea.db'), '--json']);
		expect(verified).toMatchObject({ code: 0 });
		expect(JSON.parse(verified.stdout)).toMatchObject({ events, differences: [] });
	} finally {
		isOver = true;
		await server.kill();
	}
}, 180_000);

it('a file that is no sound backup is refused with the reason, and the database stays as it was', async () => {
	expect(
		await runMarea(['key', 'add', '--name', 'k', '--scope', 'read', '--db', url('own.db')])
	).toMatchObject({
		code: 0
	});
	expect(await runMarea(['backup', at('sound.db'), '--db', url('own.db')])).toMatchObject({ code: 0 });
	writeFileSync(at('letter.txt'), 'Dear all, this is not a database.');
	await runMarea(['backup', at('cut.db'), '--db', url('own.db')]);
	truncateSync(at('cut.db'), Math.floor(statSync(at('cut.db')).size / 2));
	for (const [file, reason] of [
		['nothing.db', 'there is no file'],
		['letter.txt', 'is not a database'],
		['cut.db', 'is damaged']
	] as const)
		expect(await runMarea(['restore', at(file), '--db', url('own.db')]), file).toMatchObject({
			code: 1,
			stderr: expect.stringContaining(reason) as string
		});
	const { stdout } = await runMarea(['verify', '--db', url('own.db'), '--json']);
	expect(JSON.parse(stdout)).toMatchObject({ differences: [] });
	expect(await runMarea(['backup', '--db', url('own.db')])).toMatchObject({ code: 2 });
}, 60_000);
