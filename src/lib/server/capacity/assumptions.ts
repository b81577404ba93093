import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';

// What a scenario begins with where the centre's data say nothing; every one is a field of the editor.

export const ASSUMED_SERVICE = {
	ahtSeconds: { voice: 300, chat: 600, messaging: 600, email: 480, social: 300 },
	minimumAgents: 1,
	maxOccupancy: 0.88,
	largestClass: 12
} as const;

export const ASSUMED_PEOPLE: CapacityScenarioInput['people'] = {
	heads: 0,
	fullTimeHoursPerWeek: 40,
	partTime: { share: 0, hoursPerWeek: 20 },
	shrinkage: 0.3,
	scheduleFit: 0.92,
	attrition: { monthly: 0.02, early: { monthly: 0.05, months: 3 } },
	classes: [],
	leadWeeks: 6,
	trainingWeeks: 4,
	ramp: [
		{ weeks: 4, productivity: 0.6 },
		{ weeks: 4, productivity: 0.85 }
	],
	learningHalfLifeWeeks: 6,
	overtimeShare: 0.05
};

export const ASSUMED_COST: CapacityScenarioInput['cost'] = {
	payPerHour: 11,
	loadShare: 0.32,
	overtimeFactor: 1.5,
	perHire: 700,
	trainingPerHire: 500,
	perHeadMonth: 110,
	perBotConversation: 0.12
};

export const NO_CHANGES: CapacityScenarioInput['changes'] = {
	growth: { rate: 0, per: 'year' },
	volumeSteps: [],
	ahtRate: { rate: 0, per: 'year' },
	ahtSteps: [],
	containmentPerYear: 0,
	containmentSteps: []
};
