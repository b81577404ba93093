import type { SequenceRules } from '../core/core-problem.ts';

/** What a day is to rules that know the calendar. */
export interface DaySort {
	/** Its Saturday lies within the horizon. */
	isSecondOfWeekend: boolean;
	startsWeek: boolean;
	endsWeek: boolean;
	/** The week lies within the horizon from Monday to Sunday. */
	isWholeWeek: boolean;
}

/**
 * One rule as an automaton: what it must remember of the past, as a whole number, and what becomes of that with a day's
 * option (0 off, else a kind).
 */
export interface RuleMemory {
	start: number;
	/** −1: the rule forbids the option. */
	step(memory: number, option: number, day: DaySort): number;
	/** After so many days without a break of the rule the memory no longer depends on what was before. */
	days: number;
}

/** An automaton for each rule that the contract has. */
export function ruleMemories(rules: SequenceRules): RuleMemory[] {
	const memories: RuleMemory[] = [];
	if (rules.nights) memories.push(nightRuns(rules.nights));
	if (rules.wholeWeekends) memories.push(WHOLE_WEEKENDS);
	if (rules.spread) memories.push(startSpread(rules.spread));
	if (rules.patterns.length > 0) memories.push(bannedPatterns(rules.patterns));
	if (rules.weeklyRest) memories.push(weeklyRest(rules.weeklyRest));
	return memories;
}

/** 2 × nights in a row, as far as they count, + 1 while they may have begun before the horizon. */
function nightRuns({ isNight, most, least }: NonNullable<SequenceRules['nights']>): RuleMemory {
	const counted = most < Infinity ? most : least;
	return {
		start: 1,
		days: counted + 1,
		step(memory, option) {
			const nights = memory >> 1;
			const isCut = memory & 1;
			if (isNight[option] === 1) {
				if (nights + 1 > most) return -1;
				const now = Math.min(nights + 1, counted);
				return 2 * now + (isCut === 1 && now < least ? 1 : 0);
			}
			return nights > 0 && nights < least && isCut === 0 ? -1 : 0;
		}
	};
}

/** 1 after a day with work. */
const WHOLE_WEEKENDS: RuleMemory = {
	start: 0,
	days: 1,
	step(memory, option, { isSecondOfWeekend }) {
		const works = option > 0 ? 1 : 0;
		return isSecondOfWeekend && works !== memory ? -1 : works;
	}
};

/** The first and the last of the starts that are still open, counted among all in order. */
function startSpread({ starts, minutes, per }: NonNullable<SequenceRules['spread']>): RuleMemory {
	const sorted = [...new Set(starts.subarray(1))].sort((a, b) => a - b);
	const count = sorted.length;
	const ranges = sorted.map((start) => [
		sorted.findIndex((other) => other >= start - minutes),
		sorted.findLastIndex((other) => other <= start + minutes)
	]);
	const indexOf = Int32Array.from(starts, (start) => sorted.indexOf(start));
	const open = Math.max(0, count - 1);
	return {
		start: open,
		days: per === 'week' ? 7 : 0,
		step(memory, option, { startsWeek }) {
			if (per === 'week' && startsWeek) memory = open;
			if (option === 0) return per === 'run' ? open : memory;
			const at = indexOf[option]!;
			const first = Math.floor(memory / count);
			const last = memory % count;
			if (at < first || at > last) return -1;
			return Math.max(first, ranges[at]![0]!) * count + Math.min(last, ranges[at]![1]!);
		}
	};
}

/** A bit for each pattern and number of days of it that the last days match. */
function bannedPatterns(patterns: Uint8Array[][]): RuleMemory {
	let bits = 0;
	const placed = patterns.map((masks) => {
		const bit = bits;
		bits += masks.length - 1;
		return { masks, bit };
	});
	return {
		start: 0,
		days: Math.max(...patterns.map((masks) => masks.length)),
		step(memory, option) {
			let next = 0;
			for (const { masks, bit } of placed)
				for (let i = 0; i < masks.length; i++) {
					const goesOn = i === 0 || ((memory >> (bit + i - 1)) & 1) === 1;
					if (!goesOn || masks[i]![option] !== 1) continue;
					if (i === masks.length - 1) return -1;
					next |= 1 << (bit + i);
				}
			return next;
		}
	};
}

const DAY = 1_440;

/**
 * 2 × (a day + minutes without work up to midnight, below a day when work passes it) + 1 once the week has its rest,
 * after which only work past midnight matters.
 */
function weeklyRest({ minutes, starts, ends }: NonNullable<SequenceRules['weeklyRest']>): RuleMemory {
	return {
		start: 2 * DAY,
		days: 8,
		step(memory, option, { startsWeek, endsWeek, isWholeWeek }) {
			let rested = (memory >> 1) - DAY;
			let isDone = (memory & 1) === 1 || !isWholeWeek;
			if (startsWeek) {
				rested = Math.min(rested, 0);
				isDone = !isWholeWeek;
			}
			if (option === 0) rested += DAY;
			else {
				isDone ||= rested + starts[option]! >= minutes;
				rested = DAY - ends[option]!;
			}
			isDone ||= rested >= minutes;
			if (endsWeek && !isDone) return -1;
			return 2 * (DAY + Math.min(rested, isDone ? 0 : minutes)) + (isDone ? 1 : 0);
		}
	};
}
