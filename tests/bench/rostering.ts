import { parseArgs } from 'node:util';
import { benchCentres, CENTRES } from './rostering/centres.ts';
import { benchGrowth } from './rostering/growth.ts';
import { benchInstances, INSTANCES } from './rostering/instances.ts';

const numbers = (list: string): number[] => list.split(',').map(Number);

/**
 * `npm run bench -- rostering [instances|centres|growth]`, all of them when none is named. `--seed S`, `--threads N` (2: each
 * searches from a seed of its own, the best counts), `--no-plain` (without the plain HiGHS model beside ours); of the instances `--instances 1,2,3` (all), `--seconds N` (60 for 1–7, 600 for the
 * others); of the centres `--agents 50,200` (all), `--skills 1,3`.
 */
export default async function rostering(args: string[]): Promise<boolean> {
	const { values, positionals } = parseArgs({
		args,
		allowNegative: true,
		allowPositionals: true,
		options: {
			seconds: { type: 'string' },
			instances: { type: 'string', default: Object.keys(INSTANCES).join(',') },
			agents: { type: 'string', default: CENTRES.map(({ agents }) => agents).join(',') },
			skills: { type: 'string', default: '1,3' },
			seed: { type: 'string', default: '1' },
			threads: { type: 'string', default: '2' },
			plain: { type: 'boolean', default: true }
		}
	});
	const [seed, threads] = [Number(values.seed), Number(values.threads)];
	const parts: Record<string, () => Promise<boolean>> = {
		instances: () =>
			benchInstances(numbers(values.instances), {
				...{ seconds: values.seconds ? Number(values.seconds) : null, seed, threads, withPlain: values.plain }
			}),
		centres: () =>
			benchCentres(
				CENTRES.filter(({ agents }) => numbers(values.agents).includes(agents)),
				{ skills: numbers(values.skills), seed, threads, withPlain: values.plain }
			),
		growth: () => benchGrowth(seed, threads)
	};
	let isMet = true;
	for (const name of positionals.length === 0 ? Object.keys(parts) : positionals) {
		const part = parts[name];
		if (!part) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}.`);
		isMet = (await part()) && isMet;
	}
	return isMet;
}
