/**
 * `npm run bench -- coaching [--only gaps,samples,none,effects,speed,opening,bank]`: gaps and effects planted in simulated
 * centres against what the comparison finds of them, beside plain rules; the time it takes, pages included; and the real calls of a bank.
 */
import { parseArgs } from 'node:util';
import { bank } from './coaching/bank.ts';
import { effects } from './coaching/effects.ts';
import { gaps, noGaps, samples } from './coaching/gaps.ts';
import { opening } from './coaching/opening.ts';
import { speed } from './coaching/speed.ts';

const PARTS = ['gaps', 'samples', 'none', 'effects', 'speed', 'opening', 'bank'];

export default async function bench(args: string[]): Promise<boolean> {
	const { values } = parseArgs({ args, options: { only: { type: 'string', default: PARTS.join(',') } } });
	const wanted = new Set(values.only.split(','));
	const goals: [name: string, met: boolean][] = [];
	if (wanted.has('gaps')) {
		const { falseShare, recall } = gaps();
		goals.push(
			['false discoveries ≤ 10 %', falseShare <= 0.1],
			['recall of gaps of one sd ≥ 80 %', recall >= 0.8]
		);
	}
	if (wanted.has('samples')) samples();
	if (wanted.has('none')) {
		goals.push(['nothing planted: at most 2 % of equals named', noGaps() <= 0.02]);
	}
	if (wanted.has('effects')) {
		const { coverage, measured } = effects();
		goals.push(['90 % interval covers 85–95 %', measured > 100 && coverage >= 0.85 && coverage <= 0.95]);
	}
	if (wanted.has('speed')) goals.push(['1,000 agents × 90 days ≤ 5 s', (await speed()) <= 5]);
	if (wanted.has('opening')) goals.push(['pages of 1,000 agents open in ≤ 300 ms', (await opening()) <= 300]);
	if (wanted.has('bank')) await bank();
	console.log();
	for (const [name, met] of goals) console.log(`${met ? 'holds ' : 'MISSED'}  ${name}`);
	return goals.every(([, met]) => met);
}
