import { expect, it } from 'vitest';
import { heatStep } from './heat-step.ts';

it('heatStep() runs from 0 at the lowest to 1 at the highest and keeps unknown unknown', () => {
	expect([10, 15, 20, 99].map((value) => heatStep(value, 10, 20))).toEqual([0, 0.5, 1, 1]);
	expect(heatStep(null, 0, 1)).toBeNull();
	expect(heatStep(3, 3, 3)).toBe(0.5);
});
