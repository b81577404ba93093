import type { FloorDelta, FloorSnapshot } from '#lib/contracts/live.ts';
import { mergeChanges } from './merge-changes.ts';
import { mergeRows } from './merge-rows.ts';
import { mergeSeries } from './merge-series.ts';

/** The floor after a delta, or null where it does not follow what is there (a missed one, another epoch). */
export function applyDelta(floor: FloorSnapshot, delta: FloorDelta): FloorSnapshot | null {
	if (delta.epoch !== floor.epoch || delta.seq > floor.seq + 1) return null;
	if (delta.seq <= floor.seq) return floor;
	const series = delta.points ? { ...floor.series } : floor.series;
	for (const [id, points] of Object.entries(delta.points ?? {})) series[id] = mergeSeries(series[id], points);
	return {
		seq: delta.seq,
		epoch: delta.epoch,
		clock: delta.clock,
		site: delta.site ?? floor.site,
		queues: mergeChanges(floor.queues, delta.queues) as FloorSnapshot['queues'],
		agents: mergeChanges(floor.agents, delta.agents) as FloorSnapshot['agents'],
		sources: mergeRows(floor.sources, delta.sources, (row) => row.source) as FloorSnapshot['sources'],
		series
	};
}
