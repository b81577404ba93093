import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { killDuringIngest } from '../support/kill-during-ingest.ts';

/** Twenty times kill -9 during ingest; `npm run bench -- faults 50 7` = fifty times with seed 7. */
export default async function bench([kills = '20', seed = '2026']: string[]): Promise<boolean> {
	await ensureBuilt();
	const report = await killDuringIngest({ kills: Number(kills), seed: Number(seed), port: 5188 });
	console.log(`seed ${seed}: ${JSON.stringify(report)}`);
	return report.faults.length === 0 && report.midRequest > 0;
}
