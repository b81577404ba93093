import type { Column } from '#lib/components/shared/column.ts';
import type { FigureSource } from '#lib/components/metrics/figure.ts';
import type { QueueRow } from '#lib/contracts/live.ts';
import { formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { channelName } from './channel-name.ts';
import { figureColumns } from './figure-columns.ts';

/** The floor's columns, most telling first, as values and words; the table draws some of them. */
export function queueColumns(source: (row: QueueRow) => FigureSource): Column<QueueRow>[] {
	const figures = figureColumns(source);
	const afterLevel = figures.findIndex(({ id }) => id === 'sl') + 1;
	const foreseen: Column<QueueRow> = {
		id: 'foreseen',
		label: m.ahead_col(),
		hint: m.ahead_col_hint(),
		value: (row) => row.prediction?.serviceLevel30?.[0] ?? null,
		format: (value) => formatPercent(value as number | null),
		align: 'end',
		width: '172px'
	};
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
		...figures.slice(0, afterLevel),
		foreseen,
		...figures.slice(afterLevel),
		{
			id: 'sl-today',
			label: m.floor_col_sl_today(),
			hint: m.floor_col_sl_today_hint(),
			value: (row) => row.today.serviceLevel,
			format: (value) => formatPercent(value as number | null),
			width: '68px',
			align: 'end',
			hidden: true
		}
	];
}
