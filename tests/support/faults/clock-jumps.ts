import { existsSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ServerOptions } from '../start-server.ts';
import { Rig, type FaultOptions, type FaultReport } from './rig.ts';

/** Debian's package libfaketime. */
const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';
/** Jumps in hours; back to the true time in between, which is a jump too. */
const JUMPS = [1, -1];

/** The clock of the running server jumps by an hour, forth and back, while it is fed. */
export async function clockJumps({ runs, seed }: FaultOptions): Promise<FaultReport> {
	const folder = mkdtempSync(join(tmpdir(), 'marea-clock-'));
	const file = join(folder, 'offset');
	const isReal = existsSync(LIBRARY);
	// In one rename: a file read half-written would be another jump.
	const jump = (hours: number): void => {
		writeFileSync(
			`${file}.next`,
			isReal ? `${hours < 0 ? '-' : '+'}${Math.abs(hours)}h` : String(hours * 3_600_000)
		);
		renameSync(`${file}.next`, file);
	};
	jump(0);
	const rig = await Rig.open('clock', seed, isReal ? withLibrary(file) : withPreload(file), folder);
	let jumps = 0;
	try {
		while (rig.report.runs < runs && rig.report.faults.length === 0) {
			const { feed, random } = rig;
			feed.resume();
			await feed.untilMore(100 + random(500));
			const hours = JUMPS[random(JUMPS.length)]!;
			for (const offset of [hours, 0]) {
				jump(offset);
				jumps++;
				await rig.readWithin('/healthz', 2_000);
				await setTimeout(300 + random(900));
				const shown = await serverClock(rig);
				if (Math.abs(shown - Date.now() - offset * 3_600_000) > 60_000)
					rig.fault(`the clock did not jump by ${offset} h: ${new Date(shown).toISOString()}`);
				const before = feed.acknowledged.size;
				await feed.untilMore(50, 5_000);
				if (feed.acknowledged.size === before) rig.fault(`nothing was taken at ${offset} h`);
			}
			await rig.settle();
		}
		rig.report.note = `${jumps} jumps by ±1 h ${isReal ? 'with libfaketime' : 'of Date in the server’s process (libfaketime is not there)'}`;
		return await rig.close();
	} finally {
		await rig.server.kill();
	}
}

async function serverClock(rig: Rig): Promise<number> {
	const answer = await fetch(`${rig.server.url}/api/v1/live`, { headers: rig.read });
	return ((await answer.json()) as { clock: { nowMs: number } }).clock.nowMs;
}

const withLibrary = (file: string): ServerOptions => ({
	env: {
		LD_PRELOAD: LIBRARY,
		FAKETIME_TIMESTAMP_FILE: file,
		FAKETIME_CACHE_DURATION: '1',
		// Timers go by the steady clock, which no jump touches on a real machine either.
		FAKETIME_DONT_FAKE_MONOTONIC: '1'
	}
});

const withPreload = (file: string): ServerOptions => ({
	env: { TEST_CLOCK_FILE: file },
	nodeArgs: ['--import', resolve(import.meta.dirname, 'shift-date.ts')]
});
