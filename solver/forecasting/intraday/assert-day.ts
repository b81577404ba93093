import type { DayUpdateInput } from './day-update-input.ts';

/** @throws RangeError naming the field, its value and what was wanted */
export function assertDay({ expected, p10, p90, actual, elapsed, width = 1 }: DayUpdateInput): void {
	const fail = (what: string) => {
		throw new RangeError(`Updating a day: ${what}`);
	};
	const count = expected.length;
	if (p10.length !== count || p90.length !== count)
		fail(`p10 and p90 have ${p10.length} and ${p90.length} intervals, wanted ${count} as expected has.`);
	if (!Number.isInteger(elapsed) || elapsed < 0 || elapsed > count)
		fail(`elapsed "${elapsed}" must be a whole number from 0 to ${count}.`);
	if (!(width > 0) || width === Infinity) fail(`width "${width}" must be finite and above 0.`);
	for (let i = 0; i < count; i++) {
		for (const [name, value] of [
			['expected', expected[i]],
			['p10', p10[i]],
			['p90', p90[i]],
			['actual', i < elapsed ? (actual[i] ?? 0) : 0]
		] as const)
			if (!(value! >= 0) || value === Infinity)
				fail(`${name} "${value}" of interval ${i} must be finite and ≥ 0.`);
		if (p10[i]! > p90[i]!) fail(`p10 "${p10[i]}" of interval ${i} is above its p90 "${p90[i]}".`);
	}
}
