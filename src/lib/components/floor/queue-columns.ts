import type { Column } from '#lib/components/shared/column.ts';
import type { FigureSource } from '#lib/components/metrics/figure.ts';
import type { QueueRow } from '#lib/contracts/live.ts';
import { formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { channelName } from './channel-name.ts';
import { figureColumns } from './figure-columns.ts';

/** The floor's columns, most telling first, as values and words; the table draws some of them. */
export function queueColumns(source: (row: QueueRow) => FigureSource): Column<QueueRow>[] {
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
		...figureColumns(source),
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
