import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { skillSpread } from './skill-spread.ts';

describe('skillSpread()', () => {
	it('finds the spread of what is measured with known errors, and what tenure does', () => {
		const random = createRandom(5);
		const n = 800;
		const tenure = Float64Array.from({ length: n }, () => random.uniform());
		const error = Float64Array.from({ length: n }, () => 0.05 + 0.2 * random.uniform());
		const estimate = Float64Array.from(
			tenure,
			(t, i) => 1 + 0.5 * t + 0.1 * random.normal() + error[i]! * random.normal()
		);
		const found = skillSpread(estimate, (a) => error[a]! ** 2, tenure, [...tenure.keys()]);
		expect(found.sd).toBeCloseTo(0.1, 1.7);
		expect(found.level).toBeCloseTo(1, 1);
		expect(found.tenure).toBeCloseTo(0.5, 1);
	});

	it('is zero where the estimates scatter no more than their errors', () => {
		const same = Float64Array.from({ length: 50 }, (_, i) => 0.01 * Math.sin(i));
		expect(skillSpread(same, () => 0.04, null, [...same.keys()]).sd).toBe(0);
		expect(skillSpread(same, () => 0.04, null, [0, 1])).toEqual({ level: 0, tenure: 0, sd: 0 });
	});
});
