import { beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { runFuzz } from '../support/fuzz/run-fuzz.ts';

const REQUESTS = Number(process.env.MAREA_FUZZ_REQUESTS ?? 1_500);
const SEED = Number(process.env.MAREA_SEED ?? 77);

beforeAll(() => ensureBuilt(), 180_000);

it(`${REQUESTS} generated requests and socket messages: no 5xx, no hang, nothing told to whom it is not for`, async () => {
	const report = await runFuzz({ requests: REQUESTS, seed: SEED });
	console.log(`seed ${SEED}: ${JSON.stringify(report)}`);
	expect(report.findings).toEqual([]);
	// It has got past the door, and met refusals: else it would have shown nothing.
	expect(report.entries).toBeGreaterThan(150);
	expect(report.socketEvents).toBeGreaterThan(12);
	expect(report.statuses[200]).toBeGreaterThan(REQUESTS / 20);
	expect(report.statuses[403]).toBeGreaterThan(REQUESTS / 50);
	expect(report.socketMessages).toBeGreaterThan(100);
}, 240_000);
