import type { CapacityMonth } from './capacity-plan.ts';
import type { MonthCost } from './month-cost.ts';

/** Several months as one. */
export interface CapacityTotals {
	/** YYYY-MM of the first and the last. */
	from: string;
	to: string;
	contacts: number;
	contained: number;
	offered: number;
	/** Mean over the months. */
	requiredFte: number;
	availableFte: number;
	/** Σ of FTE still missing after overtime, in FTE-months, and how many months that touches. */
	shortFteMonths: number;
	shortMonths: number;
	hired: number;
	left: number;
	/** By contacts; null without any. */
	serviceLevel: number | null;
	botSaving: number;
	cost: MonthCost;
	/** Total cost / contacts, bots' included; null without contacts. */
	costPerContact: number | null;
}

/** Sums months; shares are weighted by what they are shares of. At least one month. */
export function planTotals(months: readonly CapacityMonth[]): CapacityTotals {
	const sum = (of: (month: CapacityMonth) => number) => months.reduce((total, month) => total + of(month), 0);
	const weighted = months.filter(({ serviceLevel }) => serviceLevel !== null);
	const inQueues = weighted.reduce((total, { offered }) => total + offered, 0);
	const kinds = Object.keys(months[0]!.cost) as (keyof MonthCost)[];
	const cost = Object.fromEntries(
		kinds.map((kind) => [kind, sum((month) => month.cost[kind])])
	) as unknown as MonthCost;
	const contacts = sum((month) => month.contacts);
	return {
		from: months[0]!.month,
		to: months.at(-1)!.month,
		contacts,
		contained: sum((month) => month.contained),
		offered: sum(({ offered }) => offered),
		requiredFte: sum(({ requiredFte }) => requiredFte) / months.length,
		availableFte: sum(({ availableFte }) => availableFte) / months.length,
		shortFteMonths: sum(({ shortFte }) => shortFte),
		shortMonths: months.filter(({ shortFte }) => shortFte > 0).length,
		hired: sum(({ heads }) => heads.hired),
		left: sum(({ heads }) => heads.left),
		serviceLevel:
			inQueues > 0
				? weighted.reduce((total, month) => total + month.serviceLevel! * month.offered, 0) / inQueues
				: null,
		botSaving: sum(({ botSaving }) => botSaving),
		cost,
		costPerContact: contacts > 0 ? cost.total / contacts : null
	};
}
