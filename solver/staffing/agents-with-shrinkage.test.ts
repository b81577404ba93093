import { describe, expect, it } from 'vitest';
import { agentsWithShrinkage } from './agents-with-shrinkage.ts';

describe('agentsWithShrinkage()', () => {
	it.each([
		[14, 0.3, 20],
		[16, 0.3, 23],
		[7, 0, 7],
		[0, 0.5, 0],
		[9, 0.1, 10],
		[21, 0.3, 30],
		[100_000, 0.5, 200_000]
	])('%d agents at shrinkage %d are %d', (agents, shrinkage, scheduled) => {
		expect(agentsWithShrinkage(agents, shrinkage)).toBe(scheduled);
	});
});
