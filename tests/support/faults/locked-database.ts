import { setTimeout } from 'node:timers/promises';
import { holdLock } from '../hold-lock.ts';
import { Rig, type FaultOptions, type FaultReport } from './rig.ts';

/** Beyond this the server says that the database is held, and takes nothing. */
const PATIENCE_MS = 10_000;

/** Another process holds the database for seconds, now and then for longer than a request waits. */
export async function lockedDatabase({ runs, seed }: FaultOptions): Promise<FaultReport> {
	const rig = await Rig.open('locked', seed);
	let longest = 0;
	try {
		while (rig.report.runs < runs && rig.report.faults.length === 0) {
			const { feed, random } = rig;
			feed.resume();
			await feed.untilMore(200 + random(1_000));
			const release = await holdLock(rig.db.slice('file:'.length));
			const lockedAt = performance.now();
			// One run in ten is longer than anybody waits.
			const isLong = runs >= 10 && rig.report.runs % 10 === 5;
			const holdMs = isLong ? PATIENCE_MS + 1_000 + random(1_000) : 300 + random(3_700);
			const before = feed.answers.get(503) ?? 0;
			while (performance.now() - lockedAt < holdMs) {
				await rig.readWithin('/healthz', 1_000);
				await rig.readWithin('/api/v1/live', 2_000);
				await setTimeout(50);
			}
			longest = Math.max(longest, holdMs);
			if (isLong && (feed.answers.get(503) ?? 0) === before)
				rig.fault(`nothing was refused in ${Math.round(holdMs)} ms`);
			await release();
			await rig.settle();
		}
		rig.report.note = `BEGIN EXCLUSIVE in another process for up to ${(longest / 1000).toFixed(1)} s`;
		return await rig.close();
	} finally {
		await rig.server.kill();
	}
}
