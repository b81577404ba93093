import type { Contract, ShiftTemplate } from './problem.ts';
import { parseBreakRules, parseMinors } from './parse-day-rules.ts';
import { parseKinds, parseNight, parseSequences, parseStartSpread } from './parse-sequences.ts';
import { readFlag, readList, readNumber, readObject, readWhole, refuse } from './read-json.ts';

const FIELDS = [
	...['minHoursPerWeek', 'maxHoursPerWeek', 'maxHoursPerDay', 'minRestHours', 'maxConsecutiveDays'],
	...['minDaysOffPerWeek', 'minConsecutiveDays', 'minConsecutiveDaysOff', 'maxWeekends', 'wholeWeekends'],
	...['minWeeklyRestHours', 'hoursPerPeriod', 'night', 'maxConsecutiveNights', 'minConsecutiveNights'],
	...['forwardOnly', 'startSpread', 'kinds', 'sequences', 'breakRules', 'minors']
];

/** Each more is a total that the search carries along. */
const MOST_PERIODS = 2;

/**
 * Reads a contract; what it gives back is read again as the same.
 *
 * @throws RangeError as `parseProblem` does; also where two of its rules can't both be kept
 */
export function parseContract(
	item: unknown,
	place: string,
	shifts: readonly Pick<ShiftTemplate, 'id'>[]
): Contract {
	const f = readObject(item, place, FIELDS);
	const has = (field: string) => f[field] !== undefined && f[field] !== null;
	const maxHoursPerWeek = readNumber(f.maxHoursPerWeek, `${place}.maxHoursPerWeek`, 0, 168);
	const minHoursPerWeek = readNumber(f.minHoursPerWeek, `${place}.minHoursPerWeek`, 0, 168);
	if (minHoursPerWeek > maxHoursPerWeek)
		refuse(`${place}.minHoursPerWeek`, minHoursPerWeek, `no more than maxHoursPerWeek (${maxHoursPerWeek})`);
	const contract: Contract = {
		minHoursPerWeek,
		maxHoursPerWeek,
		maxHoursPerDay: readNumber(f.maxHoursPerDay, `${place}.maxHoursPerDay`, 0, 24, 24),
		minRestHours: readNumber(f.minRestHours, `${place}.minRestHours`, 0, 24),
		maxConsecutiveDays: readWhole(f.maxConsecutiveDays, `${place}.maxConsecutiveDays`, 1, 42),
		minDaysOffPerWeek: readWhole(f.minDaysOffPerWeek, `${place}.minDaysOffPerWeek`, 0, 7, 0),
		minConsecutiveDays: readWhole(f.minConsecutiveDays, `${place}.minConsecutiveDays`, 1, 42, 1),
		minConsecutiveDaysOff: readWhole(f.minConsecutiveDaysOff, `${place}.minConsecutiveDaysOff`, 1, 42, 1),
		maxWeekends: has('maxWeekends') ? readWhole(f.maxWeekends, `${place}.maxWeekends`, 0, 7) : null
	};
	for (const field of ['wholeWeekends', 'forwardOnly'] as const)
		if (has(field)) contract[field] = readFlag(f[field], `${place}.${field}`);
	if (has('minWeeklyRestHours'))
		contract.minWeeklyRestHours = readNumber(f.minWeeklyRestHours, `${place}.minWeeklyRestHours`, 0, 168);
	if (has('hoursPerPeriod'))
		contract.hoursPerPeriod = parsePeriods(f.hoursPerPeriod, `${place}.hoursPerPeriod`, contract);
	if (has('night')) contract.night = parseNight(f.night, `${place}.night`);
	if (has('maxConsecutiveNights'))
		contract.maxConsecutiveNights = readWhole(f.maxConsecutiveNights, `${place}.maxConsecutiveNights`, 0, 42);
	if (has('minConsecutiveNights')) {
		const least = readWhole(f.minConsecutiveNights, `${place}.minConsecutiveNights`, 1, 42);
		const most = Math.min(contract.maxConsecutiveNights ?? 42, contract.maxConsecutiveDays);
		if (least > most && contract.maxConsecutiveNights !== 0)
			refuse(
				`${place}.minConsecutiveNights`,
				least,
				`no more than the nights and days in a row allowed (${most})`
			);
		contract.minConsecutiveNights = least;
	}
	if (has('startSpread')) contract.startSpread = parseStartSpread(f.startSpread, `${place}.startSpread`);
	if (has('kinds')) contract.kinds = parseKinds(f.kinds, `${place}.kinds`);
	if (has('sequences')) {
		const names = ['off', 'work', 'night', ...(contract.kinds ?? []).map(({ id }) => id)];
		contract.sequences = parseSequences(f.sequences, `${place}.sequences`, [
			...names,
			...shifts.map(({ id }) => id)
		]);
	}
	if (has('breakRules')) contract.breakRules = parseBreakRules(f.breakRules, `${place}.breakRules`);
	if (has('minors')) contract.minors = parseMinors(f.minors, `${place}.minors`);
	return contract;
}

function parsePeriods(item: unknown, place: string, contract: Contract): Contract['hoursPerPeriod'] {
	const periods = readList(item, place, (one, at) => {
		const f = readObject(one, at, ['weeks', 'minHours', 'maxHours']);
		const weeks = f.weeks === null || f.weeks === undefined ? null : readWhole(f.weeks, `${at}.weeks`, 2, 6);
		const minHours = readNumber(f.minHours, `${at}.minHours`, 0, 1_008, 0);
		const maxHours =
			f.maxHours === null || f.maxHours === undefined
				? null
				: readNumber(f.maxHours, `${at}.maxHours`, 0, 1_008);
		if (maxHours !== null && minHours > maxHours)
			refuse(`${at}.minHours`, minHours, `no more than maxHours (${maxHours})`);
		if (weeks !== null && minHours > weeks * contract.maxHoursPerWeek)
			refuse(
				`${at}.minHours`,
				minHours,
				`no more than ${weeks} weeks of maxHoursPerWeek (${weeks * contract.maxHoursPerWeek})`
			);
		if (weeks !== null && maxHours !== null && maxHours < weeks * contract.minHoursPerWeek)
			refuse(
				`${at}.maxHours`,
				maxHours,
				`no less than ${weeks} weeks of minHoursPerWeek (${weeks * contract.minHoursPerWeek})`
			);
		return { weeks, minHours, maxHours };
	});
	if (periods.length > MOST_PERIODS) refuse(place, item, `no more than ${MOST_PERIODS} periods`);
	return periods;
}
