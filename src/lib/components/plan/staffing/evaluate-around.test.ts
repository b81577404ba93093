import { describe, expect, it } from 'vitest';
import { evaluateAround } from './evaluate-around.ts';

const work = {
	offered: 100,
	ahtSeconds: 240,
	intervalSeconds: 1800,
	serviceLevelShare: 0.8,
	thresholdSeconds: 20,
	patienceSeconds: null,
	concurrency: 1
};

describe('evaluateAround()', () => {
	it('gives more service with each agent more, and says where a queue would not settle', () => {
		const around = evaluateAround(work, 15, 2);
		expect(around.map(({ agents, kind }) => `${agents} ${kind}`)).toEqual([
			'13 unstable',
			'14 stable',
			'15 stable',
			'16 stable',
			'17 stable'
		]);
		const levels = around.flatMap((one) => (one.kind === 'stable' ? [one.serviceLevel!] : []));
		expect(levels).toEqual([...levels].sort((a, b) => a - b));
		expect(levels.at(-1)).toBeGreaterThan(0.8);
	});
	it('never asks for fewer than nobody', () => {
		expect(evaluateAround({ ...work, offered: 0 }, 1, 3).map(({ agents }) => agents)).toEqual([
			0, 1, 2, 3, 4
		]);
	});
});
