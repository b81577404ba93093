import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { mean, type EditorForm } from './editor-form.ts';

/** Which number is missing from a form. */
class Missing extends Error {}

/**
 * The scenario that a form says, over the one it began from; null while a number that is needed is missing. What the form
 * does not show (shapes of weeks, what was measured) stays.
 */
export function readEditorForm(form: EditorForm, base: CapacityScenarioInput): CapacityScenarioInput | null {
	try {
		return read(form, base);
	} catch (error) {
		if (error instanceof Missing) return null;
		throw error;
	}
}

const need = (value: number | null): number => {
	if (value === null) throw new Missing();
	return value;
};
const share = (percent: number | null): number => Number((need(percent) / 100).toFixed(8));

/** Months beyond those that were measured are as a year before. */
function lengthened(contacts: readonly number[], count: number): number[] {
	const months = contacts.slice(0, count);
	while (months.length < count) months.push(months[months.length - 12] ?? months.at(-1)!);
	return months;
}

function read(form: EditorForm, base: CapacityScenarioInput): CapacityScenarioInput {
	const steps = (of: 'volumePercent' | 'ahtPercent') =>
		form.months.flatMap((row, month) => (row[of] ? [{ month, factor: 1 + row[of] / 100 }] : []));
	const away = share(form.awayPercent);
	const isAwayVaried = form.months.some(({ awayPercent }) => awayPercent !== null);
	const { earlyLeavePercent } = form;
	const ramp = [
		{ weeks: need(form.rampWeeks1), productivity: share(form.rampPercent1) },
		{ weeks: need(form.rampWeeks2), productivity: share(form.rampPercent2) }
	];
	return {
		...base,
		monthCount: form.months.length,
		families: base.families.map((family, i) => {
			const row = form.families[i]!;
			const before = Math.round(mean(family.contactsByMonth));
			const contacts = need(row.contacts);
			const { growth: _, ...otherChanges } = family.changes ?? {};
			const changes =
				row.growthPercent === null
					? otherChanges
					: { ...otherChanges, growth: { rate: share(row.growthPercent), per: form.growthPer } };
			return {
				...family,
				contactsByMonth: lengthened(family.contactsByMonth, form.months.length).map((month) =>
					contacts === before ? month : before > 0 ? Math.round((month * contacts) / before) : contacts
				),
				ahtSeconds: need(row.ahtSeconds),
				bots: { share: share(row.botPercent), containment: share(row.containedPercent) },
				serviceLevel: {
					share: share(row.sharePercent),
					thresholdSeconds: need(row.thresholdSeconds)
				},
				patienceSeconds: row.patienceSeconds,
				concurrency: need(row.concurrency),
				minimumAgents: need(row.minimumAgents),
				pool: row.pool,
				changes: Object.keys(changes).length > 0 ? changes : undefined
			};
		}),
		changes: {
			growth: { rate: share(form.growthPercent), per: form.growthPer },
			volumeSteps: steps('volumePercent'),
			ahtRate: { rate: share(form.ahtPercent), per: 'year' },
			ahtSteps: steps('ahtPercent'),
			containmentPerYear: share(form.pointsPerYear),
			containmentSteps: form.months.flatMap(({ points }, month) =>
				points ? [{ month, points: share(points) }] : []
			)
		},
		maxOccupancy: form.occupancyPercent === null ? null : share(form.occupancyPercent),
		people: {
			heads: need(form.heads),
			fullTimeHoursPerWeek: need(form.fullTimeHours),
			partTime: { share: share(form.partTimePercent), hoursPerWeek: need(form.partTimeHours) },
			shrinkage: isAwayVaried
				? form.months.map(({ awayPercent }) => (awayPercent === null ? away : share(awayPercent)))
				: away,
			scheduleFit: share(form.fitPercent),
			attrition: {
				monthly: share(form.leavePercent),
				early:
					earlyLeavePercent === null || !form.earlyMonths
						? null
						: { monthly: share(earlyLeavePercent), months: form.earlyMonths }
			},
			classes: form.months.flatMap(({ hired }, month) => (hired ? [{ month, heads: hired }] : [])),
			leadWeeks: need(form.leadWeeks),
			trainingWeeks: need(form.trainingWeeks),
			ramp: ramp.filter(({ weeks }) => weeks > 0),
			learningHalfLifeWeeks: form.learningWeeks,
			overtimeShare: share(form.overtimePercent)
		},
		cost: {
			payPerHour: need(form.payPerHour),
			loadShare: share(form.loadPercent),
			overtimeFactor: need(form.overtimeFactor),
			perHire: need(form.perHire),
			trainingPerHire: need(form.trainingPerHire),
			perHeadMonth: need(form.perHeadMonth),
			perBotConversation: need(form.perBotConversation)
		},
		currency: form.currency.trim().toUpperCase(),
		largestClass: need(form.largestClass)
	};
}
