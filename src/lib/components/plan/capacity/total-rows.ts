import { formatCount, formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CapacityTotals } from '#solver/capacity/plan-totals.ts';
import { formatMoney } from './format-money.ts';

export type TotalRow = {
	id: string;
	label: string;
	value: (totals: CapacityTotals) => number | null;
	format: (value: number | null, currency: string, signed: boolean) => string;
};

/** What scenarios are compared by, in order of weight. */
export function totalRows(): TotalRow[] {
	const count =
		(digits: number): TotalRow['format'] =>
		(value, _, signed) =>
			formatCount(value, { digits, signed });
	const money: TotalRow['format'] = (value, currency, signed) => formatMoney(value, currency, { signed });
	return [
		{ id: 'contacts', label: m.capacity_contacts(), value: (t) => t.contacts, format: count(0) },
		{ id: 'contained', label: m.capacity_contained(), value: (t) => t.contained, format: count(0) },
		{ id: 'required', label: m.capacity_mean_required(), value: (t) => t.requiredFte, format: count(1) },
		{ id: 'available', label: m.capacity_mean_available(), value: (t) => t.availableFte, format: count(1) },
		{ id: 'short', label: m.capacity_short_months(), value: (t) => t.shortMonths, format: count(0) },
		{ id: 'missing', label: m.capacity_short_fte_months(), value: (t) => t.shortFteMonths, format: count(1) },
		{ id: 'hired', label: m.capacity_hired(), value: (t) => t.hired, format: count(0) },
		{ id: 'left', label: m.capacity_left(), value: (t) => t.left, format: count(1) },
		{
			id: 'level',
			label: m.capacity_service_level(),
			value: (t) => t.serviceLevel,
			format: (value, _, signed) => formatPercent(value, { digits: 1, signed })
		},
		{ id: 'cost', label: m.capacity_cost(), value: (t) => t.cost.total, format: money },
		{ id: 'pay', label: m.capacity_cost_pay(), value: (t) => t.cost.pay, format: money },
		{ id: 'overtime', label: m.capacity_cost_overtime(), value: (t) => t.cost.overtime, format: money },
		{
			id: 'hiring',
			label: m.capacity_cost_hiring(),
			value: (t) => t.cost.hiring + t.cost.training + t.cost.trainees,
			format: money
		},
		{ id: 'places', label: m.capacity_cost_places(), value: (t) => t.cost.places, format: money },
		{ id: 'bots', label: m.capacity_cost_bots(), value: (t) => t.cost.bots, format: money },
		{ id: 'saving', label: m.capacity_bot_saving(), value: (t) => t.botSaving, format: money },
		{
			id: 'each',
			label: m.capacity_cost_per_contact(),
			value: (t) => t.costPerContact,
			format: (value, currency, signed) => formatMoney(value, currency, { signed, cents: true })
		}
	];
}
