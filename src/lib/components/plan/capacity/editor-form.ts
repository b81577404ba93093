import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';

type Field = number | null;

export type MonthForm = {
	month: string;
	/** From this month on, per cent more contacts, and handling time; points of containment. */
	volumePercent: Field;
	ahtPercent: Field;
	points: Field;
	/** In place of the usual. */
	awayPercent: Field;
	hired: Field;
};

export type FamilyForm = {
	id: string;
	name: string;
	/** Mean of the months, bots' included. */
	contacts: Field;
	growthPercent: Field;
	ahtSeconds: Field;
	sharePercent: Field;
	thresholdSeconds: Field;
	patienceSeconds: Field;
	concurrency: Field;
	minimumAgents: Field;
	pool: Field;
	botPercent: Field;
	containedPercent: Field;
};

/** A scenario as people write it: per cents and plain numbers, empty where nothing is said. */
export type EditorForm = {
	name: string;
	growthPercent: Field;
	growthPer: 'month' | 'year';
	ahtPercent: Field;
	pointsPerYear: Field;
	occupancyPercent: Field;
	months: MonthForm[];
	families: FamilyForm[];
	heads: Field;
	fullTimeHours: Field;
	partTimePercent: Field;
	partTimeHours: Field;
	awayPercent: Field;
	fitPercent: Field;
	leavePercent: Field;
	earlyLeavePercent: Field;
	earlyMonths: Field;
	leadWeeks: Field;
	trainingWeeks: Field;
	rampPercent1: Field;
	rampWeeks1: Field;
	rampPercent2: Field;
	rampWeeks2: Field;
	learningWeeks: Field;
	overtimePercent: Field;
	largestClass: Field;
	payPerHour: Field;
	loadPercent: Field;
	overtimeFactor: Field;
	perHire: Field;
	trainingPerHire: Field;
	perHeadMonth: Field;
	perBotConversation: Field;
	currency: string;
};

const percent = (share: number): number => Number((share * 100).toFixed(4));

/** What the editor shows of a scenario. */
export function toEditorForm(name: string, input: CapacityScenarioInput, monthNames: string[]): EditorForm {
	const { changes, people, cost } = input;
	const away = usual(people.shrinkage);
	const factorAt = (steps: { month: number; factor: number }[], at: number): Field => {
		const factor = steps.reduce((product, step) => (step.month === at ? product * step.factor : product), 1);
		return factor === 1 ? null : percent(factor - 1);
	};
	const sumAt = (rows: { month: number; value: number }[], at: number): Field =>
		rows.reduce((sum, row) => (row.month === at ? sum + row.value : sum), 0) || null;
	return {
		name,
		growthPercent: percent(changes.growth.rate),
		growthPer: changes.growth.per,
		ahtPercent: percent((1 + changes.ahtRate.rate) ** (changes.ahtRate.per === 'month' ? 12 : 1) - 1),
		pointsPerYear: percent(changes.containmentPerYear),
		occupancyPercent: input.maxOccupancy === null ? null : percent(input.maxOccupancy),
		months: monthNames.map((month, at) => {
			const ofMonth = typeof people.shrinkage === 'number' ? people.shrinkage : people.shrinkage[at]!;
			const points = sumAt(
				changes.containmentSteps.map((step) => ({ month: step.month, value: step.points })),
				at
			);
			return {
				month,
				volumePercent: factorAt(changes.volumeSteps, at),
				ahtPercent: factorAt(changes.ahtSteps, at),
				points: points === null ? null : percent(points),
				awayPercent: ofMonth === away ? null : percent(ofMonth),
				hired: sumAt(people.classes.map(({ month: of, heads }) => ({ month: of, value: heads })), at) // prettier-ignore
			};
		}),
		families: input.families.map((family) => ({
			id: family.id,
			name: family.name,
			contacts: Math.round(mean(family.contactsByMonth)),
			growthPercent: family.changes?.growth ? percent(family.changes.growth.rate) : null,
			ahtSeconds: family.ahtSeconds,
			sharePercent: percent(family.serviceLevel.share),
			thresholdSeconds: family.serviceLevel.thresholdSeconds,
			patienceSeconds: family.patienceSeconds,
			concurrency: family.concurrency,
			minimumAgents: family.minimumAgents,
			pool: family.pool ?? null,
			botPercent: percent(family.bots.share),
			containedPercent: percent(family.bots.containment)
		})),
		heads: people.heads,
		fullTimeHours: people.fullTimeHoursPerWeek,
		partTimePercent: percent(people.partTime.share),
		partTimeHours: people.partTime.hoursPerWeek,
		awayPercent: percent(away),
		fitPercent: percent(people.scheduleFit),
		leavePercent: percent(people.attrition.monthly),
		earlyLeavePercent: people.attrition.early ? percent(people.attrition.early.monthly) : null,
		earlyMonths: people.attrition.early?.months ?? null,
		leadWeeks: people.leadWeeks,
		trainingWeeks: people.trainingWeeks,
		rampPercent1: rampAt(people.ramp, 0).percent,
		rampWeeks1: rampAt(people.ramp, 0).weeks,
		rampPercent2: rampAt(people.ramp, 1).percent,
		rampWeeks2: rampAt(people.ramp, 1).weeks,
		learningWeeks: people.learningHalfLifeWeeks,
		overtimePercent: percent(people.overtimeShare),
		largestClass: input.largestClass,
		payPerHour: cost.payPerHour,
		loadPercent: percent(cost.loadShare),
		overtimeFactor: cost.overtimeFactor,
		perHire: cost.perHire,
		trainingPerHire: cost.trainingPerHire,
		perHeadMonth: cost.perHeadMonth,
		perBotConversation: cost.perBotConversation,
		currency: input.currency
	};
}

export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

const rampAt = (ramp: CapacityScenarioInput['people']['ramp'], at: number) => ({
	percent: ramp[at] ? percent(ramp[at].productivity) : 100,
	weeks: ramp[at]?.weeks ?? 0
});

/** The value that most months have. */
function usual(shrinkage: number | readonly number[]): number {
	if (typeof shrinkage === 'number') return shrinkage;
	const counts = [...Map.groupBy(shrinkage, (value) => value)];
	return counts.reduce((best, one) => (one[1].length > best[1].length ? one : best))[0];
}
