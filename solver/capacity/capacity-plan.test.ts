import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staffingRequirement } from '../staffing/requirement.ts';
import { capacityPlan } from './capacity-plan.ts';
import { calls, letters, NO_CHANGES, smallCentre } from './testing/small-centre.ts';

describe('capacityPlan(): cases worked out by hand', () => {
	it('turns work into full-time people', () => {
		// 1,000 h of work in four weeks of 40 h: 6.25; over an occupancy of 80 %, 30 % away and shifts that fit 90 %: 12.4.
		expect(capacityPlan(smallCentre(1)).months[0]).toMatchObject({
			agentHours: expect.closeTo(1000, 9),
			requiredFte: expect.closeTo(6.25, 9),
			availableFte: 10,
			gapFte: expect.closeTo(3.75, 9),
			shortFte: 0
		});
		const { months } = capacityPlan(
			smallCentre(1, { maxOccupancy: 0.8, people: { shrinkage: 0.3, scheduleFit: 0.9 } })
		);
		expect(months[0]!.requiredFte).toBeCloseTo(1000 / 0.8 / 0.7 / 0.9 / 160, 9);
	});

	it('counts part-timers as the part of a contract that they are', () => {
		const { months } = capacityPlan(
			smallCentre(1, { people: { partTime: { share: 0.4, hoursPerWeek: 20 } } })
		);
		expect(months[0]!.availableFte).toBeCloseTo(8, 12);
		expect(months[0]!.requiredHeads).toBeCloseTo(6.25 / 0.8, 9);
	});

	it('takes a weekday’s requirement as often as the weekday comes', () => {
		// February 2027 has 20 working days of 16 half hours: 12,000 / 320 = 37.5 calls in each.
		const { months } = capacityPlan(smallCentre(1, { families: [calls(1)] }));
		const { agents } = staffingRequirement({
			volume: 37.5,
			intervalSeconds: 1800,
			ahtSeconds: 300,
			patienceSeconds: 180,
			serviceLevel: { share: 0.8, thresholdSeconds: 20 }
		});
		expect(months[0]!.agentHours).toBe(agents * 160);
		expect(months[0]!.requiredFte).toBe(agents);
	});

	it('grows, steps and lets bots answer', () => {
		const { months } = capacityPlan(
			smallCentre(13, {
				families: [letters(13, { bots: { share: 0.5, containment: 0.4 } })],
				changes: {
					...NO_CHANGES,
					growth: { rate: 0.1, per: 'year' },
					volumeSteps: [{ month: 2, factor: 2 }],
					ahtSteps: [{ month: 1, factor: 0.5 }],
					containmentSteps: [{ month: 12, points: 0.1 }]
				}
			})
		);
		expect(months[0]).toMatchObject({ contacts: 10_000, contained: 2_000, offered: 8_000, ahtSeconds: 360 });
		expect(months[1]!.ahtSeconds).toBe(180);
		expect(months[2]!.contacts).toBeCloseTo(20_000 * 1.1 ** (2 / 12), 6);
		expect(months[12]!.contacts).toBeCloseTo(22_000, 6);
		expect(months[12]!.contained).toBeCloseTo(22_000 * 0.5 * 0.5, 6);
	});

	it('adds the cost up', () => {
		const { months, totals, years } = capacityPlan(
			smallCentre(1, {
				families: [letters(1, { bots: { share: 1, containment: 0.2 } })],
				people: { heads: 10, classes: [{ month: 0, heads: 2 }], trainingWeeks: 2 },
				cost: {
					loadShare: 0.3,
					perHire: 500,
					trainingPerHire: 300,
					perHeadMonth: 50,
					perBotConversation: 0.1
				}
			})
		);
		// 10 people × 160 h × 13 = 20,800; two more of whom half the month is training.
		expect(months[0]!.cost).toEqual({
			pay: expect.closeTo(11 * 160 * 13, 6),
			trainees: expect.closeTo(160 * 13, 6),
			overtime: 0,
			hiring: 1000,
			training: 600,
			places: 600,
			bots: 1000,
			total: expect.closeTo(12 * 160 * 13 + 3200, 6)
		});
		// Bots take 200 h off: 200 × 13, less what they cost.
		expect(months[0]!.botSaving).toBeCloseTo(2600 - 1000, 6);
		expect(totals.costPerContact).toBeCloseTo(months[0]!.cost.total / 10_000, 9);
		expect(years).toEqual([totals]);
	});

	it('asks for overtime up to its cap, at its price, and leaves the rest short', () => {
		const [month] = capacityPlan(smallCentre(1, { people: { heads: 5, overtimeShare: 0.1 } })).months;
		expect(month!.overtimeFte).toBeCloseTo(0.5, 12);
		expect(month!.shortFte).toBeCloseTo(0.75, 9);
		expect(month!.cost.overtime).toBeCloseTo(0.5 * 160 * 15, 6);
		// Of the work of 10,000 letters 5.5 of 6.25 is done.
		expect(month!.backlog).toBeCloseTo(10_000 * (0.75 / 6.25), 3);
	});
});

describe('capacityPlan(): what customers meet', () => {
	const level = (heads: number) =>
		capacityPlan(smallCentre(1, { families: [calls(1)], people: { heads } })).months[0]!;

	it('meets the target with enough people and less with fewer, down to none', () => {
		const enough = level(20);
		expect(enough.serviceLevel).toBeGreaterThanOrEqual(0.8);
		const required = Math.round(enough.requiredFte);
		expect(level(required).serviceLevel).toBe(enough.serviceLevel);
		let before = enough.serviceLevel!;
		for (const heads of [required - 0.5, required - 1, required - 2, required - 4, 0]) {
			const now = level(heads).serviceLevel!;
			expect(now, `${heads} people`).toBeLessThan(before);
			before = now;
		}
		expect(before).toBe(0);
	});

	it('answers nobody in time where a queue without abandonment never settles', () => {
		const { months } = capacityPlan(
			smallCentre(1, { families: [calls(1, { patienceSeconds: null })], people: { heads: 5 } })
		);
		expect(months[0]!.serviceLevel).toBe(0);
	});

	it('gives a month without contacts no service level', () => {
		const { months } = capacityPlan(smallCentre(1, { families: [calls(1, { contactsByMonth: [0] })] }));
		expect(months[0]).toMatchObject({ serviceLevel: null, ahtSeconds: null, agentHours: 0, requiredFte: 0 });
	});
});

describe('capacityPlan(): properties', () => {
	const rate = fc.double({ min: -0.5, max: 1, noNaN: true });
	const run = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>) =>
		fc.assert(property, { seed: 11, numRuns: 60 });

	it('more growth never takes fewer people', () => {
		run(
			fc.property(rate, rate, (a, b) => {
				const fte = (growth: number) =>
					capacityPlan(
						smallCentre(4, {
							families: [calls(4), letters(4)],
							changes: { ...NO_CHANGES, growth: { rate: growth, per: 'month' } }
						})
					).months.map(({ requiredFte }) => requiredFte);
				const [low, high] = [fte(Math.min(a, b)), fte(Math.max(a, b))];
				low.forEach((value, m) => expect(high[m]).toBeGreaterThanOrEqual(value - 1e-9));
			})
		);
	});

	it('more containment never takes more people; all of it takes the minimum', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const hours = (containment: number) =>
			capacityPlan(
				smallCentre(1, { families: [calls(1, { bots: { share: 1, containment }, minimumAgents: 3 })] })
			).months[0]!.agentHours;
		run(
			fc.property(share, share, (a, b) => {
				expect(hours(Math.max(a, b))).toBeLessThanOrEqual(hours(Math.min(a, b)));
			})
		);
		expect(hours(1)).toBe(3 * 160);
	});

	it('attrition takes people away and never adds service', () => {
		run(
			fc.property(fc.double({ min: 0, max: 0.5, noNaN: true }), (monthly) => {
				const plan = (of: number) =>
					capacityPlan(
						smallCentre(3, {
							families: [calls(3)],
							people: { heads: 9, attrition: { monthly: of, early: null } }
						})
					).months;
				const [without, within] = [plan(0), plan(monthly)];
				within.forEach((month, m) => {
					expect(month.availableFte).toBeLessThanOrEqual(without[m]!.availableFte + 1e-9);
					expect(month.serviceLevel!).toBeLessThanOrEqual(without[m]!.serviceLevel! + 1e-9);
				});
			})
		);
	});
});

describe('capacityPlan(): refusals', () => {
	const family = letters(1);
	it.each([
		['a percentage for a share', smallCentre(1, { people: { shrinkage: 30 } }), 'Maybe 0.3 was meant'],
		['all of the time away', smallCentre(1, { people: { shrinkage: 1 } }), 'people.shrinkage "1"'],
		['a month that is not planned', smallCentre(1, { people: { classes: [{ month: 1, heads: 1 }] } }), 'classes[0].month "1"'], // prettier-ignore
		['no family', smallCentre(1, { families: [] }), 'families "none"'],
		['a family twice', smallCentre(1, { families: [family, family] }), 'of different ids'],
		['volumes of other months', smallCentre(2, { families: [family] }), 'contactsByMonth.length "1"'],
		['a volume that is no number', smallCentre(1, { families: [letters(1, { contactsByMonth: [NaN] })] }), 'contactsByMonth[0] "NaN"'], // prettier-ignore
		['a queue that never opens', smallCentre(1, { families: [letters(1, { profile: { intervalSeconds: 43_200, shares: new Array(7).fill([0, 0]) } })] }), 'never open'], // prettier-ignore
		['a rate that leaves less than nothing', smallCentre(1, { changes: { ...NO_CHANGES, growth: { rate: -1, per: 'year' } } }), 'growth.rate "-1"'], // prettier-ignore
		['a negative price', smallCentre(1, { cost: { payPerHour: -1 } }), 'cost.payPerHour "-1"']
	])('%s', (_, input, message) => {
		expect(() => capacityPlan(input)).toThrow(message);
	});
});
