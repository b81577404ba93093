import { describe, expect, it } from 'vitest';
import { intervalClasses } from './interval-classes.ts';

describe('intervalClasses()', () => {
	const loads = Float64Array.from({ length: 400 }, (_, cell) => 1 + ((cell * 7919) % 97) / 3);
	const all = Array.from({ length: 200 }, (_, i) => i);

	it('puts every interval in one class, in no more classes than asked for, with the mean of its members', () => {
		const classes = intervalClasses(all, loads, 2, () => '', 12);
		expect(classes.length).toBeLessThanOrEqual(12);
		expect(classes.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(all);
		for (const { members, meanFeatures: mean } of classes)
			expect(mean[1]).toBeCloseTo(members.reduce((sum, i) => sum + loads[2 * i + 1]!, 0) / members.length, 9);
	});

	it('keeps different keys apart, and equal loads together', () => {
		const same = new Float64Array(400).fill(3);
		const classes = intervalClasses(all, same, 2, (i) => String(i % 3), 2);
		expect(classes).toHaveLength(3);
	});
});
