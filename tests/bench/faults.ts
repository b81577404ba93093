import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { FAULTS } from '../support/faults/kinds.ts';
import type { FaultReport } from '../support/faults/rig.ts';

/**
 * Puts faults to the production build, each so many times at moments drawn from the seed:
 * `npm run bench -- faults [KIND …] [--runs 20] [--seed 2026]`. Nothing acknowledged may be lost or doubled, the numbers are
 * those of the log, and the service is back within five seconds by itself.
 */
export default async function bench(args: string[]): Promise<boolean> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { runs: { type: 'string', default: '20' }, seed: { type: 'string', default: '2026' } }
	});
	const kinds = positionals.length > 0 ? positionals : Object.keys(FAULTS);
	for (const kind of kinds)
		if (!FAULTS[kind])
			throw new Error(`There is no fault "${kind}". Faults: ${Object.keys(FAULTS).join(', ')}.`);
	await ensureBuilt();
	const [runs, seed] = [Number(values.runs), Number(values.seed)];
	console.log(`seed ${seed}, ${runs} runs each\n`);
	console.log('| kind | runs | acknowledged | lost | doubled | differences | slowest return, s | how |');
	console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
	const reports: FaultReport[] = [];
	for (const kind of kinds) {
		const report = await FAULTS[kind]!({ runs, seed });
		reports.push(report);
		const { acknowledged, lost, doubled, differences, slowestReturnSeconds, note } = report;
		console.log(
			`| ${kind} | ${report.runs} | ${acknowledged} | ${lost} | ${doubled} | ${differences} | ${slowestReturnSeconds.toFixed(1)} | ${note} |`
		);
		for (const fault of report.faults) console.log(`  ! ${fault}`);
	}
	return reports.every((report) => report.faults.length === 0 && report.runs === runs);
}
