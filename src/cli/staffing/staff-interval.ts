import {
	afterBots,
	evaluateStaffing,
	staffingRequirement,
	type StaffingFigures,
	type StaffingInput
} from '#solver/staffing/index.ts';
import { parseDuration } from '../parse-duration.ts';
import { RefusedError } from '../verb.ts';
import type { Flags } from './options.ts';
import { fraction, number, readBots, readTargets, readTerms, refusing, required } from './read-terms.ts';

/** One interval: its requirement, or what a given number of agents leads to. */
export function staffInterval(flags: Flags): StaffingFigures {
	const agents = flags.agents === undefined ? null : number(flags.agents, '--agents');
	const offered = number(required(flags, 'volume'), '--volume');
	const bots = readBots(flags);
	const given = {
		intervalSeconds: parseDuration(required(flags, 'interval'), '--interval'),
		ahtSeconds: parseDuration(required(flags, 'aht'), '--aht'),
		...readTargets(flags, agents === null),
		...readTerms(flags),
		...(flags.shrinkage !== undefined && { shrinkage: fraction(flags.shrinkage, '--shrinkage') })
	};
	return refusing(() => {
		const input: StaffingInput = { ...given, volume: bots ? afterBots(offered, bots) : offered };
		if (agents === null) return staffingRequirement(input);
		const result = evaluateStaffing(input, agents);
		if (result.status === 'unstable') throw new RefusedError(result.explanation);
		const { status: _, ...figures } = result;
		return figures;
	});
}

const DASH = '–';
const percent = (value: number | null) => (value === null ? DASH : `${(value * 100).toFixed(1)} %`);

export const intervalText = (result: StaffingFigures) =>
	[
		['Model', result.model === 'erlang-a' ? 'Erlang A' : 'Erlang C'],
		['Agents', String(result.agents)],
		['With shrinkage', String(result.agentsWithShrinkage)],
		['Service level', percent(result.serviceLevel)],
		['ASA', result.asaSeconds === null ? DASH : `${result.asaSeconds.toFixed(1)} s`],
		['Probability of wait', percent(result.probabilityOfWait)],
		['Abandonment', percent(result.abandonment)],
		['Occupancy', percent(result.occupancy)]
	]
		.map(([name, value]) => `${name!.padEnd(22)}${value!.padStart(10)}`)
		.join('\n');
