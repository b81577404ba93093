import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { hasGrown, runFuzz } from '../support/fuzz/run-fuzz.ts';

/** Requests over every route, form and socket event of the built server: `npm run bench -- fuzz [--requests 100000] [--seed 2026]`. */
export default async function bench(args: string[]): Promise<boolean> {
	const { values } = parseArgs({
		args,
		options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '2026' } }
	});
	await ensureBuilt();
	const report = await runFuzz({ requests: Number(values.requests), seed: Number(values.seed) });
	console.log(JSON.stringify(report, null, 2));
	if (hasGrown(report.rssMb)) console.log('! memory has grown');
	return report.findings.length === 0 && !hasGrown(report.rssMb);
}
