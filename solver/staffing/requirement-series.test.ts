import { describe, expect, it } from 'vitest';
import { dayRequirement } from './day-requirement.ts';
import { staffingPlan } from './plan.ts';
import { requirementSeries, type RequirementSeriesInput } from './requirement-series.ts';

const serviceLevel = { share: 0.8, thresholdSeconds: 20 };
const input: RequirementSeriesInput = {
	volumes: [5, 12, 30, 22, 0, 8, 15, 40, 18, 2],
	dayOf: [7, 7, 7, 7, 7, 8, 8, 8, 8, 8],
	ahtSeconds: [240, 240, 250, 260, 0, 240, 240, 250, 260, 240],
	intervalSeconds: 900,
	patienceSeconds: 120,
	shrinkage: 0.3,
	target: { scope: 'interval', serviceLevel }
};
const agents = (figures: readonly { agents: number }[]) => figures.map((one) => one.agents);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('requirementSeries()', () => {
	it('by interval is staffingPlan()', () => {
		const { target: _, dayOf: __, ...plain } = input;
		expect(requirementSeries(input)).toEqual(staffingPlan({ ...plain, serviceLevel }));
	});

	it('by day is dayRequirement() of each day, with fewer agents', () => {
		const byDay = requirementSeries({ ...input, target: { scope: 'day', serviceLevel } });
		const first = dayRequirement({
			volumes: [5, 12, 30, 22, 0],
			ahtSeconds: [240, 240, 250, 260, 0],
			intervalSeconds: 900,
			patienceSeconds: 120,
			shrinkage: 0.3,
			target: { serviceLevel }
		});
		expect(byDay.slice(0, 5)).toEqual(first.intervals);
		expect(first.day.serviceLevel).toBeGreaterThanOrEqual(0.8);
		expect(sum(agents(byDay))).toBeLessThan(sum(agents(requirementSeries(input))));
	});

	it('keeps a floor in each interval, and a minimum that changes with the time', () => {
		const floor = { serviceLevel: { share: 0.7, thresholdSeconds: 20 } };
		const kept = requirementSeries({ ...input, target: { scope: 'day', serviceLevel, floor } });
		for (const one of kept)
			if (one.serviceLevel !== null) expect(one.serviceLevel).toBeGreaterThanOrEqual(0.7);
		const minimumAgents = [0, 9, 0, 0, 3, 0, 0, 0, 0, 4];
		for (const scope of ['interval', 'day'] as const) {
			const held = agents(requirementSeries({ ...input, minimumAgents, target: { scope, serviceLevel } }));
			held.forEach((one, i) => expect(one).toBeGreaterThanOrEqual(minimumAgents[i]!));
			expect(held[4]).toBe(3);
		}
	});

	it('takes off what bots close', () => {
		const bots = { share: 0.5, containment: 0.4 };
		const volumes = Array.from(input.volumes, (volume) => volume * 0.8);
		expect(agents(requirementSeries({ ...input, bots }))).toEqual(
			agents(requirementSeries({ ...input, volumes }))
		);
	});

	it('slows an agent down by each further contact handled at once', () => {
		const chat = (part: object) => agents(requirementSeries({ ...input, concurrency: 3, ...part }));
		const slowed = Array.from(input.ahtSeconds as number[], (aht) => aht * 1.5);
		expect(chat({ concurrencySlowdown: 0.25 })).toEqual(chat({ ahtSeconds: slowed }));
		expect(sum(chat({ concurrencySlowdown: 0.25 }))).toBeGreaterThan(sum(chat({})));
	});

	it.each([
		[{ dayOf: [1] }, 'dayOf.length "1" must be 10'],
		[{ target: { scope: 'day' } }, 'target "none"'],
		[{ minimumAgents: -1 }, 'minimumAgents[0] "-1"'],
		[{ concurrencySlowdown: -1 }, 'concurrencySlowdown "-1"'],
		[{ bots: { share: 30, containment: 0.5 } }, 'bots.share "30"'],
		[
			{ target: { scope: 'day', serviceLevel, floor: { maxOccupancy: 90 } } },
			'by its floor: maxOccupancy "90"'
		]
	] as [Partial<RequirementSeriesInput>, string][])('refuses %j', (part, words) => {
		expect(() => requirementSeries({ ...input, ...part })).toThrow(words);
	});
});
