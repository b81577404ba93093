import type { BotShare, ServiceLevelTarget, StaffingTargets } from '#solver/staffing/index.ts';
import { parseDuration } from '../parse-duration.ts';
import { RefusedError, UsageError } from '../verb.ts';
import type { Flags } from './options.ts';

export function required(flags: Flags, name: keyof Flags): string {
	const text = flags[name];
	if (text === undefined) throw new UsageError(`--${name} is missing.`);
	return text;
}

export function number(text: string, flag: string): number {
	const value = text.trim() === '' ? NaN : Number(text);
	if (Number.isNaN(value)) throw new UsageError(`${flag} "${text}" is not a number.`);
	return value;
}

/** `0.3` or `30%`; a bare 30 is left to be refused. */
export const fraction = (text: string, flag: string) =>
	text.endsWith('%') ? number(text.slice(0, -1), flag) / 100 : number(text, flag);

/** `80/20s`: percent of contacts / seconds. A share below 1 is read as a fraction. */
export function serviceLevel(text: string, flag: string): ServiceLevelTarget {
	const [share, threshold, ...rest] = text.split('/');
	if (!share || !threshold || rest.length)
		throw new UsageError(`${flag} "${text}" is not a share and a time: write 80/20s.`);
	const percent = number(share.replace(/%$/, ''), flag);
	if (percent === 1 || percent > 100 || percent < 0)
		throw new RefusedError(`${flag} "${text}": the share must be a percentage above 1 and below 100.`);
	return {
		share: percent < 1 ? percent : percent / 100,
		thresholdSeconds: parseDuration(threshold, flag)
	};
}

/** At least one target, unless a given number of agents is to be evaluated. */
export function readTargets(flags: Flags, isNeeded: boolean): StaffingTargets {
	const read = <T>(name: keyof Flags, parse: (text: string, flag: string) => T): T | undefined =>
		flags[name] === undefined ? undefined : parse(flags[name], `--${name}`);
	const targets = {
		serviceLevel: read('service-level', serviceLevel),
		maxAsaSeconds: read('max-asa', parseDuration),
		maxAbandonment: read('max-abandonment', fraction),
		maxOccupancy: read('max-occupancy', fraction)
	};
	const given = Object.entries(targets).filter(([, value]) => value !== undefined);
	if (isNeeded && given.length === 0)
		throw new UsageError(
			'a target is missing: --service-level 80/20s, --max-asa, --max-abandonment or --max-occupancy.'
		);
	return Object.fromEntries(given) as StaffingTargets;
}

/** What the flags say of every interval alike. */
export function readTerms(flags: Flags) {
	const { minimum, concurrency, patience } = flags;
	const slowdown = flags['concurrency-slowdown'];
	return {
		...(patience !== undefined && { patienceSeconds: parseDuration(patience, '--patience') }),
		...(minimum !== undefined && { minimumAgents: number(minimum, '--minimum') }),
		...(concurrency !== undefined && { concurrency: number(concurrency, '--concurrency') }),
		...(slowdown !== undefined && { concurrencySlowdown: number(slowdown, '--concurrency-slowdown') })
	};
}

export function readBots(flags: Flags): BotShare | null {
	const share = flags['bot-share'];
	const containment = flags['bot-containment'];
	if (share === undefined && containment === undefined) return null;
	if (share === undefined || containment === undefined)
		throw new UsageError('--bot-share and --bot-containment are given together.');
	return {
		share: fraction(share, '--bot-share'),
		containment: fraction(containment, '--bot-containment')
	};
}

/** What the solver refuses is refused, with its words. */
export function refusing<T>(run: () => T): T {
	try {
		return run();
	} catch (error) {
		if (error instanceof RangeError) throw new RefusedError(error.message);
		throw error;
	}
}
