import { DEFAULT_NIGHT, type Contract, type NightSpan } from '../contract.ts';
import type { ShiftTemplate } from '../problem.ts';
import type { SequenceRules } from './core-problem.ts';

const DAY = 1_440;

/** What a contract says of days in a row; agents on equal terms may share it. */
export interface SequenceTerms {
	follows: Uint8Array;
	/** null: `follows` is all. */
	sequences: SequenceRules | null;
}

export function compileTerms(shifts: readonly ShiftTemplate[], contract: Contract): SequenceTerms {
	const patterns = bannedPatterns(contract, shifts);
	return {
		follows: followsMatrix(shifts, contract, patterns.filter(isOfTwoShifts)),
		sequences: compileSequences(
			contract,
			shifts,
			patterns.filter((pattern) => !isOfTwoShifts(pattern))
		)
	};
}

/** Equal for contracts with the same terms. */
export const termsKey = (c: Contract): string =>
	JSON.stringify([
		...[c.minRestHours, c.minors?.minRestHours, c.forwardOnly, c.night, c.kinds, c.sequences, c.startSpread],
		...[c.maxConsecutiveNights, c.minConsecutiveNights, c.wholeWeekends, c.minWeeklyRestHours]
	]);

/**
 * Which of the shifts, counted from 1, may follow which on the next day, by rest, rotation and sequences of two days of
 * work; nothing (0) may be anywhere.
 */
function followsMatrix(
	shifts: readonly ShiftTemplate[],
	contract: Contract,
	pairs: Uint8Array[][]
): Uint8Array {
	const width = shifts.length + 1;
	const follows = new Uint8Array(width * width).fill(1);
	const rest = Math.max(contract.minRestHours, contract.minors?.minRestHours ?? 0) * 60;
	shifts.forEach((a, i) =>
		shifts.forEach((b, j) => {
			if (
				a.startMinute + a.lengthMinutes + rest > DAY + b.startMinute ||
				(contract.forwardOnly === true && b.startMinute < a.startMinute) ||
				pairs.some(([first, second]) => first![i + 1] === 1 && second![j + 1] === 1)
			)
				follows[(i + 1) * width + j + 1] = 0;
		})
	);
	return follows;
}

/** The rules with a memory beyond the day before; null where the contract has none. */
function compileSequences(
	contract: Contract,
	shifts: readonly ShiftTemplate[],
	patterns: Uint8Array[][]
): SequenceRules | null {
	const { maxConsecutiveNights, minConsecutiveNights, startSpread, minWeeklyRestHours = 0 } = contract;
	const starts = Int32Array.from([0, ...shifts.map(({ startMinute }) => startMinute)]);
	const hasNights = maxConsecutiveNights !== undefined || (minConsecutiveNights ?? 1) > 1;
	const rules: SequenceRules = {
		nights: hasNights
			? {
					isNight: maskOf('night', contract, shifts),
					most: maxConsecutiveNights ?? Infinity,
					least: minConsecutiveNights ?? 1
				}
			: null,
		wholeWeekends: contract.wholeWeekends === true,
		spread: startSpread ? { ...startSpread, starts } : null,
		patterns,
		weeklyRest:
			minWeeklyRestHours > 0
				? {
						minutes: minWeeklyRestHours * 60,
						starts,
						ends: Int32Array.from([0, ...shifts.map((s) => s.startMinute + s.lengthMinutes)])
					}
				: null
	};
	const { nights, wholeWeekends, spread, weeklyRest } = rules;
	return nights || wholeWeekends || spread || patterns.length > 0 || weeklyRest ? rules : null;
}

const isOfTwoShifts = (pattern: Uint8Array[]): boolean =>
	pattern.length === 2 && pattern.every((mask) => mask[0] === 0);

/** Days in a row that no plan may have, as masks over the options. */
function bannedPatterns(contract: Contract, shifts: readonly ShiftTemplate[]): Uint8Array[][] {
	return (contract.sequences ?? []).map(({ after, then, never }) => {
		const any = new Uint8Array(shifts.length + 1);
		for (const name of then ?? never ?? [])
			maskOf(name, contract, shifts).forEach((matches, k) => (any[k]! |= matches));
		const last = then ? any.map((matches) => 1 - matches) : any;
		return [...after.map((name) => maskOf(name, contract, shifts)), last];
	});
}

/** Options that a name means: 1 where it does. */
function maskOf(name: string, contract: Contract, shifts: readonly ShiftTemplate[]): Uint8Array {
	const mask = new Uint8Array(shifts.length + 1);
	if (name === 'off') mask[0] = 1;
	const kind = contract.kinds?.find(({ id }) => id === name);
	shifts.forEach((shift, i) => {
		const matches =
			name === 'work' ||
			(name === 'night' && isNight(contract.night ?? DEFAULT_NIGHT, shift)) ||
			(kind
				? (shift.startMinute - kind.fromMinute + DAY) % DAY <
					((kind.toMinute - kind.fromMinute + DAY) % DAY || DAY)
				: name !== 'night' && shift.id === name);
		if (matches) mask[i + 1] = 1;
	});
	return mask;
}

/** Whether the shift lies in one night's span for long enough: yesterday's, today's or tomorrow's. */
function isNight({ fromMinute, toMinute, minHours }: NightSpan, shift: ShiftTemplate): boolean {
	const length = (toMinute - fromMinute + DAY) % DAY || DAY;
	const end = shift.startMinute + shift.lengthMinutes;
	return [fromMinute - DAY, fromMinute, fromMinute + DAY].some(
		(from) => Math.min(end, from + length) - Math.max(shift.startMinute, from) >= minHours * 60
	);
}
