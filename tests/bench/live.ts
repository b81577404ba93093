import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { benchBank } from './live/bank.ts';
import { benchFold } from './live/fold.ts';
import { benchIngest } from './live/ingest.ts';
import { benchPast } from './live/past.ts';
import { say, type Found } from './live/report.ts';
import { benchRestart } from './live/restart.ts';
import { benchGrowth, benchSockets } from './live/sockets.ts';

const PORT = Number(process.env.MAREA_BENCH_PORT ?? 5187);

const PARTS: Record<string, (folder: string, port: number) => Promise<Found>> = {
	fold: benchFold,
	ingest: benchIngest,
	sockets: benchSockets,
	restart: benchRestart,
	growth: benchGrowth,
	bank: benchBank,
	past: benchPast
};

/**
 * Arguments: some of fold, ingest, sockets, restart, growth, bank, past; none = all. MAREA_LOG_EVENTS sets the restart's
 * log. False when an answer is wrong or a goal is missed, which is said by name.
 */
export default async function bench(only: string[]): Promise<boolean> {
	const unknown = only.find((name) => !Object.hasOwn(PARTS, name));
	if (unknown !== undefined) {
		say(`There is no part "${unknown}"; parts: ${Object.keys(PARTS).join(', ')}.`);
		return false;
	}
	const chosen = Object.entries(PARTS).filter(([name]) => only.length === 0 || only.includes(name));
	if (chosen.some(([name]) => !['fold', 'bank', 'past'].includes(name))) await ensureBuilt();
	let isRight = true;
	const goals: Found['goals'] = [];
	for (const [, part] of chosen) {
		const folder = mkdtempSync(join(tmpdir(), 'marea-bench-'));
		try {
			const found = await part(folder, PORT);
			isRight = isRight && found.isRight;
			goals.push(...found.goals);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
	for (const { name, met, figure } of goals) say(`${met ? 'met' : 'MISSED'}: ${name}: ${figure}`);
	return isRight && goals.every(({ met }) => met);
}
