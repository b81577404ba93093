import { parseArgs } from 'node:util';
import { evaluateStaffing, staffingRequirement } from '#solver/staffing/index.ts';
import type { StaffingFigures, StaffingInput } from '#solver/staffing/index.ts';
import { parseDuration } from '../parse-duration.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const OPTIONS = {
	volume: { type: 'string' },
	interval: { type: 'string' },
	aht: { type: 'string' },
	patience: { type: 'string' },
	'service-level': { type: 'string' },
	'max-occupancy': { type: 'string' },
	shrinkage: { type: 'string' },
	agents: { type: 'string' },
	json: { type: 'boolean', default: false }
} as const;

type Flags = { [name in Exclude<keyof typeof OPTIONS, 'json'>]?: string };

function required(flags: Flags, name: keyof Flags): string {
	const text = flags[name];
	if (text === undefined) throw new UsageError(`--${name} is missing.`);
	return text;
}

function number(text: string, flag: string): number {
	const value = text.trim() === '' ? NaN : Number(text);
	if (Number.isNaN(value)) throw new UsageError(`${flag} "${text}" is not a number.`);
	return value;
}

/** `0.3` or `30%`; a bare 30 is left to be refused. */
const fraction = (text: string, flag: string) =>
	text.endsWith('%') ? number(text.slice(0, -1), flag) / 100 : number(text, flag);

/** `80/20s`: percent of contacts / seconds. A share below 1 is read as a fraction. */
function serviceLevel(text: string): StaffingInput['serviceLevel'] {
	const [share, threshold, ...rest] = text.split('/');
	if (!share || !threshold || rest.length)
		throw new UsageError(`--service-level "${text}" is not a share and a time: write 80/20s.`);
	const percent = number(share.replace(/%$/, ''), '--service-level');
	if (percent === 1 || percent > 100 || percent < 0)
		throw new RefusedError(
			`--service-level "${text}": the share must be a percentage above 1 and below 100.`
		);
	return {
		share: percent < 1 ? percent : percent / 100,
		thresholdSeconds: parseDuration(threshold, '--service-level')
	};
}

function readInput(flags: Flags): StaffingInput {
	return {
		volume: number(required(flags, 'volume'), '--volume'),
		intervalSeconds: parseDuration(required(flags, 'interval'), '--interval'),
		ahtSeconds: parseDuration(required(flags, 'aht'), '--aht'),
		serviceLevel: serviceLevel(required(flags, 'service-level')),
		...(flags.patience !== undefined && { patienceSeconds: parseDuration(flags.patience, '--patience') }),
		...(flags['max-occupancy'] !== undefined && {
			maxOccupancy: fraction(flags['max-occupancy'], '--max-occupancy')
		}),
		...(flags.shrinkage !== undefined && { shrinkage: fraction(flags.shrinkage, '--shrinkage') })
	};
}

function compute(input: StaffingInput, agents: number | null): StaffingFigures {
	try {
		if (agents === null) return staffingRequirement(input);
		const { status: _, ...result } = stableOrRefuse(evaluateStaffing(input, agents));
		return result;
	} catch (error) {
		if (error instanceof RangeError) throw new RefusedError(error.message);
		throw error;
	}
}

function stableOrRefuse(result: ReturnType<typeof evaluateStaffing>) {
	if (result.status === 'unstable') throw new RefusedError(result.explanation);
	return result;
}

const DASH = '–';
const percent = (value: number | null) => (value === null ? DASH : `${(value * 100).toFixed(1)} %`);

const table = (result: StaffingFigures) =>
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

const verb: Verb = {
	summary: 'agents needed for an interval (Erlang C, or exact Erlang A with a patience)',
	usage: `marea staffing --volume N --interval 30m --aht 240s [--patience 120s] --service-level 80/20s
               [--max-occupancy 0.85] [--shrinkage 0.3] [--agents N] [--json]
  Durations: 240, 240s, 30m, 1h30m, 28d. The service level counts all offered contacts: answered in time / offered.
  With --agents that number is evaluated in place of finding one.`,
	async run(args, io) {
		const { values } = parseArgs({ args, options: OPTIONS, strict: true });
		const { json, ...flags } = values;
		const agents = flags.agents === undefined ? null : number(flags.agents, '--agents');
		const result = compute(readInput(flags), agents);
		io.out(json ? JSON.stringify(result) : table(result));
		return 0;
	}
};

export default verb;
