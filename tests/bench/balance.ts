/**
 * `npm run bench -- balance [solve|loop] [--days N] [--from SEED]`: the balancer's program beside javascript-lp-solver, HiGHS and YALPS
 * on the same models, with equal objectives, and how its cost grows; and the balancer's moves in the simulator, day by
 * day, against none and against a greedy rule.
 */
import { parseArgs } from 'node:util';
import { benchLoop } from './balance/loop.ts';
import { benchSolve } from './balance/solve.ts';

export default async function bench(args: string[]): Promise<boolean> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { days: { type: 'string', default: '10' }, from: { type: 'string' } }
	});
	const [part] = positionals;
	let isMet = true;
	if (part !== 'loop') isMet = (await benchSolve()) && isMet;
	if (part !== 'solve')
		isMet =
			(await benchLoop(Number(values.days), values.from === undefined ? undefined : Number(values.from))) &&
			isMet;
	return isMet;
}
