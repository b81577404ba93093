import { killDuringIngest } from '../kill-during-ingest.ts';
import { clockJumps } from './clock-jumps.ts';
import { damagedDatabase } from './damaged-database.ts';
import { diskFull } from './disk-full.ts';
import { flood } from './flood.ts';
import { halfOpen } from './half-open.ts';
import { lockedDatabase } from './locked-database.ts';
import type { FaultOptions, FaultReport } from './rig.ts';

const KILL_PORT = 5188;

async function kill({ runs, seed }: FaultOptions): Promise<FaultReport> {
	const report = await killDuringIngest({ kills: runs, seed, port: KILL_PORT });
	const { acknowledged, lost, doubled, differences, slowestReturnSeconds, faults } = report;
	if (report.midRequest === 0) faults.push('no kill met a request on its way');
	const note = `kill -9 under load, ${report.midRequest} of ${report.kills} in the middle of a request`;
	return {
		...{ kind: 'kill', runs: report.kills, acknowledged, lost, doubled, differences },
		...{ slowestReturnSeconds, note, faults }
	};
}

/** Every fault that is put to the built server, by the name that `npm run bench -- faults KIND` takes. */
export const FAULTS: Record<string, (options: FaultOptions) => Promise<FaultReport>> = {
	kill,
	'disk-full': diskFull,
	locked: lockedDatabase,
	damaged: damagedDatabase,
	flood,
	'half-open': halfOpen,
	clock: clockJumps
};
