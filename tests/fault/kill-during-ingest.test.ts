import { beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { killDuringIngest } from '../support/kill-during-ingest.ts';

const KILLS = Number(process.env.MAREA_KILLS ?? 5);
const SEED = Number(process.env.MAREA_SEED ?? 1999);

beforeAll(() => ensureBuilt(), 180_000);

it(`after kill -9 during ingest every acknowledged event is there once and the numbers are the log's, ${KILLS} times`, async () => {
	const report = await killDuringIngest({ kills: KILLS, seed: SEED, port: 5186 });
	console.log(`seed ${SEED}: ${JSON.stringify(report)}`);
	expect(report.faults).toEqual([]);
	expect(report.kills).toBe(KILLS);
	expect(report.midRequest, 'no kill met a request on its way').toBeGreaterThan(0);
}, 240_000);
