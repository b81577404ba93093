import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { clockJumps } from '../support/faults/clock-jumps.ts';
import { damagedDatabase } from '../support/faults/damaged-database.ts';
import { diskFull } from '../support/faults/disk-full.ts';
import { flood } from '../support/faults/flood.ts';
import { halfOpen } from '../support/faults/half-open.ts';
import { lockedDatabase } from '../support/faults/locked-database.ts';
import type { FaultOptions, FaultReport } from '../support/faults/rig.ts';

const RUNS = Number(process.env.MAREA_FAULTS ?? 2);
const SEED = Number(process.env.MAREA_SEED ?? 4242);

beforeAll(() => ensureBuilt(), 180_000);

// One after the other: each measures how the server fares under load. Twenty times each: npm run bench -- faults.
describe(`the built server under a fault, ${RUNS} times at moments drawn from the seed ${SEED}`, () => {
	it.each<[string, (options: FaultOptions) => Promise<FaultReport>]>([
		['the disk is full', diskFull],
		['another process holds the database', lockedDatabase],
		['the database is damaged', damagedDatabase],
		['bad and oversized input floods in', flood],
		['the clock jumps by an hour', clockJumps],
		['sockets stay half open', (options) => halfOpen({ ...options, runs: 1, sockets: 300 })]
	])(
		'%s: nothing acknowledged is lost or doubled, the numbers are the log’s, and it is back by itself',
		async (_, run) => {
			const report = await run({ runs: RUNS, seed: SEED });
			console.log(JSON.stringify(report));
			expect(report.faults).toEqual([]);
			expect(report.runs).toBeGreaterThan(0);
			expect(report.acknowledged).toBeGreaterThan(100);
			expect(report).toMatchObject({ lost: 0, doubled: 0, differences: 0 });
		},
		120_000
	);
});
