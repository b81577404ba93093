import type { Column } from '../../shared/column.ts';
import { formatCount, formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CapacityMonth } from '#solver/capacity/capacity-plan.ts';
import { formatMoney } from './format-money.ts';
import { formatMonth } from './format-month.ts';

export type MonthRow = CapacityMonth & { key: string; scenario: string; currency: string };

/** The columns of a table of months; `withScenario` where several stand in one. */
export function capacityMonthColumns(withScenario: boolean): Column<MonthRow>[] {
	const one = (value: unknown) => formatCount(value as number, { digits: 1 });
	const number = (
		id: string,
		label: string,
		of: (row: MonthRow) => number | null,
		more: Partial<Column<MonthRow>> = {}
	): Column<MonthRow> => ({ id, label, value: of, format: one, align: 'end', ...more });
	const whole = { format: (value: unknown) => formatCount(value as number) };
	const money = {
		format: (value: unknown, row: MonthRow) => formatMoney(value as number, row.currency)
	};
	return [
		{
			id: 'month',
			label: m.capacity_month(),
			value: (row) => row.month,
			format: (_, row) => formatMonth(row.month),
			fixed: true
		},
		...(withScenario
			? [{ id: 'scenario', label: m.capacity_scenario(), value: (row: MonthRow) => row.scenario }]
			: []),
		number('contacts', m.capacity_contacts(), (row) => row.contacts, whole),
		number('offered', m.capacity_offered(), (row) => row.offered, { ...whole, hidden: withScenario }),
		number('required', m.capacity_required_fte(), (row) => row.requiredFte),
		number('heads', m.capacity_heads(), (row) => row.heads.average),
		number('hired', m.capacity_hired(), (row) => row.heads.hired, { ...whole, hidden: withScenario }),
		number('training', m.capacity_training(), (row) => row.heads.training, { hidden: withScenario }),
		number('available', m.capacity_available_fte(), (row) => row.availableFte),
		number('overtime', m.capacity_overtime(), (row) => row.overtimeFte, { hidden: true }),
		number('gap', m.capacity_gap(), (row) => row.gapFte, {
			format: (value) => formatCount(value as number, { digits: 1, signed: true })
		}),
		number('level', m.capacity_service_level(), (row) => row.serviceLevel, {
			format: (value) => formatPercent(value as number | null)
		}),
		number('backlog', m.capacity_backlog(), (row) => row.backlog, { ...whole, hidden: true }),
		number('cost', m.capacity_cost(), (row) => row.cost.total, money),
		number('saving', m.capacity_bot_saving(), (row) => row.botSaving, { ...money, hidden: withScenario })
	];
}
