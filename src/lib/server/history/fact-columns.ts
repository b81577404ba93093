import type { HistoryFile, HistoryRow } from './history-file.ts';
import { queueLabel } from './to-call-histories.ts';

/** Rows by column: a million of them pass between threads without being copied one by one. NaN = not measured. */
export interface FactColumns {
	queues: { label: string; channel: string | null }[];
	/** Place in `queues`. */
	queue: Uint32Array;
	startMs: Float64Array;
	offered: Float64Array;
	answered: Float64Array;
	abandoned: Float64Array;
	ahtSeconds: Float64Array;
}

export function toFactColumns({ rows }: Pick<HistoryFile, 'rows'>): FactColumns {
	const channels = new Map<string, Set<string | null>>();
	for (const { queue, channel } of rows) {
		const seen = channels.get(queue);
		if (seen) seen.add(channel);
		else channels.set(queue, new Set([channel]));
	}
	const places = new Map<string, number>();
	const queues: FactColumns['queues'] = [];
	const queue = new Uint32Array(rows.length);
	rows.forEach((row, at) => {
		const label = queueLabel(row, channels.get(row.queue)!.size);
		let place = places.get(label);
		if (place === undefined) {
			places.set(label, (place = queues.length));
			queues.push({ label, channel: row.channel });
		}
		queue[at] = place;
	});
	const column = (of: (row: HistoryRow) => number | null): Float64Array => {
		const values = new Float64Array(rows.length);
		for (let at = 0; at < rows.length; at++) values[at] = of(rows[at]!) ?? NaN;
		return values;
	};
	return {
		queues,
		queue,
		startMs: column((row) => row.startMs),
		offered: column((row) => row.offered),
		answered: column((row) => row.answered),
		abandoned: column((row) => row.abandoned),
		ahtSeconds: column((row) => row.ahtSeconds)
	};
}
