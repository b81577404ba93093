import { parseArgs } from 'node:util';
import { benchCentres, CENTRES } from './rostering/centres.ts';
import { benchGrowth } from './rostering/growth.ts';
import { benchInstances } from './rostering/instances.ts';

const numbers = (list: string): number[] => list.split(',').map(Number);

/**
 * `npm run bench -- rostering [instances|centres|growth]`, instances when none is named. `--seed S`; of the instances
 * `--seconds N` (60), `--instances 1,2,3` (1–7), `--no-plain`; of the centres `--agents 50,200` (all), `--skills 1,3`.
 */
export default async function rostering(args: string[]): Promise<boolean> {
	const { values, positionals } = parseArgs({
		args,
		allowNegative: true,
		allowPositionals: true,
		options: {
			seconds: { type: 'string', default: '60' },
			instances: { type: 'string', default: '1,2,3,4,5,6,7' },
			agents: { type: 'string', default: CENTRES.map(({ agents }) => agents).join(',') },
			skills: { type: 'string', default: '1,3' },
			seed: { type: 'string', default: '1' },
			plain: { type: 'boolean', default: true }
		}
	});
	const seed = Number(values.seed);
	const parts: Record<string, () => Promise<boolean>> = {
		instances: () =>
			benchInstances(numbers(values.instances), {
				...{ seconds: Number(values.seconds), seed, withPlain: values.plain }
			}),
		centres: () =>
			benchCentres(
				CENTRES.filter(({ agents }) => numbers(values.agents).includes(agents)),
				{ skills: numbers(values.skills), seed }
			),
		growth: () => benchGrowth(seed)
	};
	let isMet = true;
	for (const name of positionals.length === 0 ? ['instances'] : positionals) {
		const part = parts[name];
		if (!part) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}.`);
		isMet = (await part()) && isMet;
	}
	return isMet;
}
