import { describe, expect, it } from 'vitest';
import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { toEditorForm } from './editor-form.ts';
import { readEditorForm } from './read-editor-form.ts';
import { resizeMonths } from './resize-months.ts';

const input: CapacityScenarioInput = {
	firstMonth: '2027-01',
	monthCount: 3,
	families: [
		{
			id: 'desk',
			name: 'Desk',
			contactsByMonth: [900, 1000, 1101],
			ahtSeconds: 301.5,
			bots: { share: 0.31, containment: 0.42 },
			serviceLevel: { share: 0.8, thresholdSeconds: 20 },
			patienceSeconds: null,
			concurrency: 2,
			minimumAgents: 1,
			isDeferred: false,
			pool: 1,
			profile: { intervalSeconds: 43_200, shares: new Array(7).fill([0, 1]) },
			changes: { growth: { rate: 0.07, per: 'year' } }
		}
	],
	changes: {
		growth: { rate: 0.1, per: 'year' },
		volumeSteps: [{ month: 1, factor: 1.25 }],
		ahtRate: { rate: -0.03, per: 'year' },
		ahtSteps: [{ month: 2, factor: 0.9 }],
		containmentPerYear: 0.05,
		containmentSteps: [{ month: 0, points: 0.1 }]
	},
	maxOccupancy: 0.85,
	people: {
		heads: 40,
		fullTimeHoursPerWeek: 39,
		partTime: { share: 0.2, hoursPerWeek: 20 },
		shrinkage: [0.3, 0.3, 0.35],
		scheduleFit: 0.92,
		attrition: { monthly: 0.02, early: { monthly: 0.05, months: 3 } },
		classes: [{ month: 1, heads: 6 }],
		leadWeeks: 6,
		trainingWeeks: 4,
		ramp: [
			{ weeks: 4, productivity: 0.6 },
			{ weeks: 2, productivity: 0.85 }
		],
		learningHalfLifeWeeks: 6,
		overtimeShare: 0.05
	},
	cost: {
		payPerHour: 11,
		loadShare: 0.32,
		overtimeFactor: 1.5,
		perHire: 700,
		trainingPerHire: 500,
		perHeadMonth: 110,
		perBotConversation: 0.12
	},
	currency: 'EUR',
	largestClass: 12,
	measured: {
		at: null,
		from: null,
		to: null,
		heads: 38,
		fullTimeHoursPerWeek: 39,
		partTimeShare: 0.2,
		families: {}
	}
};
const form = () => toEditorForm('A', input, ['2027-01', '2027-02', '2027-03']);

describe('toEditorForm() and readEditorForm()', () => {
	it('give back the scenario that was shown', () => {
		expect(readEditorForm(form(), input)).toEqual(input);
	});

	it('show per cents, and months only where they differ', () => {
		expect(form()).toMatchObject({ growthPercent: 10, ahtPercent: -3, awayPercent: 30 });
		expect(form().months).toEqual([
			{ month: '2027-01', volumePercent: null, ahtPercent: null, points: 10, awayPercent: null, hired: null },
			{ month: '2027-02', volumePercent: 25, ahtPercent: null, points: null, awayPercent: null, hired: 6 },
			{ month: '2027-03', volumePercent: null, ahtPercent: -10, points: null, awayPercent: 35, hired: null }
		]);
	});

	it('scale a queue’s months to another mean', () => {
		const changed = form();
		changed.families[0]!.contacts = 2000;
		expect(readEditorForm(changed, input)!.families[0]!.contactsByMonth).toEqual([1800, 2000, 2202]);
	});

	it('plan more months as a year before and fewer as they were', () => {
		const longer = form();
		longer.months = resizeMonths(longer.months, 14);
		expect(longer.months.at(-1)!.month).toBe('2028-02');
		const { monthCount, families } = readEditorForm(longer, input)!;
		expect(monthCount).toBe(14);
		expect(families[0]!.contactsByMonth).toEqual([900, 1000, ...new Array(10).fill(1101), 900, 1000]);
		const shorter = form();
		shorter.months = resizeMonths(shorter.months, 1);
		expect(readEditorForm(shorter, input)).toMatchObject({ monthCount: 1, people: { classes: [] } });
		expect(readEditorForm(shorter, input)!.families[0]!.contactsByMonth).toEqual([900]);
	});

	it('say nothing while a number is missing, and take an empty month as no change', () => {
		const changed = form();
		changed.payPerHour = null;
		expect(readEditorForm(changed, input)).toBeNull();
		const calm = form();
		for (const month of calm.months) Object.assign(month, { volumePercent: null, awayPercent: 0, hired: 0 });
		const read = readEditorForm(calm, input)!;
		expect(read.changes.volumeSteps).toEqual([]);
		expect(read.people).toMatchObject({ shrinkage: [0, 0, 0], classes: [] });
	});
});
