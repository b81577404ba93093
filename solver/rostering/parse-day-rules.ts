import { DEFAULT_MINORS, type BreakRules, type MinorRules } from './contract.ts';
import { readMinute, readNumber, readObject, readWhole, refuse } from './read-json.ts';

/** Rules on the breaks of a shift. @throws RangeError as `parseProblem` does */
export function parseBreakRules(item: unknown, place: string): BreakRules {
	const f = readObject(item, place, ['maxStretchMinutes', 'minBetweenMinutes', 'meal']);
	const rules: BreakRules = {};
	for (const field of ['maxStretchMinutes', 'minBetweenMinutes'] as const)
		if (f[field] !== undefined && f[field] !== null)
			rules[field] = readWhole(f[field], `${place}.${field}`, field === 'maxStretchMinutes' ? 5 : 0, 1_440);
	const { maxStretchMinutes, minBetweenMinutes } = rules;
	if (
		maxStretchMinutes !== undefined &&
		minBetweenMinutes !== undefined &&
		minBetweenMinutes > maxStretchMinutes
	)
		refuse(
			`${place}.minBetweenMinutes`,
			minBetweenMinutes,
			`no more than maxStretchMinutes (${maxStretchMinutes})`
		);
	if (f.meal !== undefined && f.meal !== null) {
		const at = `${place}.meal`;
		const m = readObject(f.meal, at, ['shiftMinutes', 'fromMinute', 'toMinute']);
		const shiftMinutes = readWhole(m.shiftMinutes, `${at}.shiftMinutes`, 0, 1_440);
		const fromMinute = readWhole(m.fromMinute, `${at}.fromMinute`, 0, 1_440);
		const toMinute = readWhole(m.toMinute, `${at}.toMinute`, 0, 1_440);
		if (toMinute < fromMinute) refuse(`${at}.toMinute`, toMinute, `no less than fromMinute (${fromMinute})`);
		rules.meal = { shiftMinutes, fromMinute, toMinute };
	}
	return rules;
}

/** What is left out is as in `DEFAULT_MINORS`. @throws RangeError as `parseProblem` does */
export function parseMinors(item: unknown, place: string): MinorRules {
	const f = readObject(item, place, [
		'maxHoursPerDay',
		'minRestHours',
		'fromMinute',
		'from',
		'toMinute',
		'to'
	]);
	const usual = DEFAULT_MINORS;
	const fromMinute = readMinute(f.fromMinute ?? f.from ?? usual.fromMinute, `${place}.fromMinute`, 1_440);
	const toMinute = readMinute(f.toMinute ?? f.to ?? usual.toMinute, `${place}.toMinute`, 1_440);
	if (toMinute <= fromMinute)
		refuse(`${place}.toMinute`, toMinute, `a time after fromMinute (${fromMinute})`);
	return {
		maxHoursPerDay: readNumber(f.maxHoursPerDay, `${place}.maxHoursPerDay`, 0, 24, usual.maxHoursPerDay),
		minRestHours: readNumber(f.minRestHours, `${place}.minRestHours`, 0, 24, usual.minRestHours),
		fromMinute,
		toMinute
	};
}
