import { closeSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runMarea } from '../run-marea.ts';
import { Rig, type FaultOptions, type FaultReport } from './rig.ts';

const PAGE_BYTES = 4_096;

/** Damages the file of a stopped server: it says so and does not serve, and a backup put back is whole. */
export async function damagedDatabase({ runs, seed }: FaultOptions): Promise<FaultReport> {
	const rig = await Rig.open('damaged', seed);
	const file = rig.db.slice('file:'.length);
	const kinds = new Map<string, number>();
	try {
		while (rig.report.runs < runs && rig.report.faults.length === 0) {
			const { feed, random } = rig;
			feed.resume();
			await feed.untilMore(200 + random(600));
			await feed.pause();
			const backup = join(rig.folder, `backup-${rig.report.runs}.db`);
			const made = await runMarea(['backup', backup, '--db', rig.db]);
			if (made.code !== 0) rig.fault(`the backup failed: ${made.stderr}`);
			await rig.server.stop();
			foldIn(file);

			const how = damage(file, random);
			kinds.set(how, (kinds.get(how) ?? 0) + 1);
			const said = await rig.restart().then(
				() => null,
				(error: Error) => error.message
			);
			if (said === null) {
				rig.fault(`served a database with ${how}`);
				break;
			}
			if (!/ended with 1 /.test(said) || !/is damaged.*marea restore/.test(said))
				rig.fault(`${how}: said "${said.slice(0, 300)}"`);
			const restored = await runMarea(['restore', backup, '--db', rig.db]);
			if (restored.code !== 0) rig.fault(`${how}: the restore failed: ${restored.stderr}`);
			for (const name of readdirSync(rig.folder))
				if (name.includes('.before-') || name.startsWith('backup-')) rmSync(join(rig.folder, name));
			// A backup takes a hand, so that the time until then is nobody's promise.
			await rig.restart();
			await rig.settle();
		}
		const list = [...kinds].map(([how, count]) => `${count} × ${how}`).join(', ');
		rig.report.note = `${list}; each said at the start and put right by one restore`;
		return await rig.close();
	} finally {
		await rig.server.kill();
	}
}

/** What is still in the write-ahead log would cover the harm up: into the file with it. */
function foldIn(file: string): void {
	const db = new DatabaseSync(file);
	db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
	db.close();
}

/** Harms the file in one of three ways; returns which. */
function damage(file: string, random: (n: number) => number): string {
	const { size } = statSync(file);
	const pages = Math.floor(size / PAGE_BYTES);
	const kind = random(3);
	if (kind === 0) {
		truncateSync(file, Math.floor(size / 4) + random(Math.floor(size / 2)));
		return 'a file cut short';
	}
	const handle = openSync(file, 'r+');
	if (kind === 1) writeSync(handle, randomBytes(100), 0, 100, 0);
	else {
		// A run of pages as a failing disk leaves it.
		const bytes = randomBytes(Math.ceil(pages / 3) * PAGE_BYTES);
		writeSync(handle, bytes, 0, bytes.length, PAGE_BYTES * (1 + random(Math.floor(pages / 2))));
	}
	closeSync(handle);
	return kind === 1 ? 'a broken first page' : 'garbage in its middle';
}
