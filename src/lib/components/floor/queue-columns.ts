import type { CellValue, Column } from '#lib/components/shared/column.ts';
import type { QueueRow } from '#lib/contracts/live.ts';
import { formatCount, formatDuration, formatPercent } from '#lib/format/index.ts';
import { ageSeconds } from '#lib/live/age-seconds.ts';
import { m } from '#lib/paraglide/messages.js';
import { channelName } from './channel-name.ts';

const count = (value: CellValue) => formatCount(value as number | null);
const percent = (value: CellValue) => formatPercent(value as number | null);
const duration = (value: CellValue) => formatDuration(value as number | null);

/** The floor's columns, most telling first, as values and words; the table draws some of them. */
export function queueColumns(wallMs: () => number): Column<QueueRow>[] {
	const end = { align: 'end' } as const;
	return [
		{
			id: 'queue',
			label: m.floor_col_queue(),
			value: (row) => row.name,
			// Found by channel too.
			format: (_, row) => `${row.name} ${channelName(row.channel)}`,
			width: '180px',
			fixed: true
		},
		{
			id: 'waiting',
			label: m.floor_col_waiting(),
			hint: m.floor_col_waiting_hint(),
			value: (row) => row.waiting,
			format: count,
			width: '96px',
			...end
		},
		{
			id: 'oldest',
			label: m.floor_col_oldest(),
			hint: m.floor_col_oldest_hint(),
			value: (row) => ageSeconds(row.oldestEnteredAt, wallMs(), row.clockOffsetMs),
			format: duration,
			width: '76px',
			...end
		},
		{
			id: 'sl',
			label: m.floor_col_sl(),
			hint: m.floor_col_sl_hint(),
			value: (row) => row.lastHalfHour.serviceLevel,
			format: percent,
			width: '160px',
			...end
		},
		{
			id: 'ewt',
			label: m.floor_col_ewt(),
			hint: m.floor_formula_ewt(),
			value: (row) => row.ewtSeconds,
			format: duration,
			width: '64px',
			...end
		},
		{
			id: 'agents',
			label: m.floor_col_agents(),
			hint: m.floor_col_agents_hint(),
			value: (row) => row.agents.available ?? 0,
			width: '112px'
		},
		{
			id: 'sentiment',
			label: m.floor_col_sentiment(),
			hint: m.floor_formula_sentiment(),
			value: (row) => row.sentiment?.mean ?? null,
			width: '112px'
		},
		{
			id: 'sl-today',
			label: m.floor_col_sl_today(),
			hint: m.floor_col_sl_today_hint(),
			value: (row) => row.today.serviceLevel,
			format: percent,
			width: '68px',
			...end
		},
		{
			id: 'offered',
			label: m.floor_col_offered(),
			hint: m.floor_formula_offered(),
			value: (row) => row.today.offered,
			format: count,
			width: '68px',
			...end
		},
		{
			id: 'answered',
			label: m.floor_col_answered(),
			hint: m.floor_formula_answered(),
			value: (row) => row.today.answered,
			format: count,
			width: '76px',
			hidden: true,
			...end
		},
		{
			id: 'abandoned',
			label: m.floor_col_abandoned(),
			hint: m.floor_formula_abandonment(),
			value: (row) => row.today.abandonment,
			format: (value) => formatPercent(value as number | null, { digits: 1 }),
			width: '68px',
			...end
		},
		{
			id: 'asa',
			label: m.floor_col_asa(),
			hint: m.floor_formula_asa(),
			value: (row) => row.today.asaSeconds,
			format: duration,
			width: '56px',
			...end
		},
		{
			id: 'aht',
			label: m.floor_col_aht(),
			hint: m.floor_formula_aht(),
			value: (row) => row.today.ahtSeconds,
			format: duration,
			width: '56px',
			...end
		}
	];
}
