import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { FloorReader } from './floor-reader.ts';
import { partOfFloor } from './part-of-floor.ts';
import type { QueueState } from './live-parts.ts';
import type { LiveState } from './live-state.ts';
import type { Scope } from '../context.ts';
import { queueSeries } from './rows/queue-series.ts';

export type Floor = Omit<FloorSnapshot, 'seq' | 'epoch' | 'series'>;

export const SERIES_STEPS = 90;

export const queueNow = (state: LiveState, queue: QueueState, wallMs: number): number =>
	wallMs + ((queue.source && state.sources.get(queue.source)?.offsetMs(wallMs)) || 0);

/** Every number of the floor as of now: a pure reading of the state. @param scope the part that is seen; null: all of it */
export function readFloor(state: LiveState, wallMs: number, scope: Scope | null = null): Floor {
	const reader = new FloorReader(state);
	reader.read(wallMs, state.agents.values(), state.queues.values());
	const floor = { ...reader.head(wallMs), ...reader.rows(), sources: reader.sources(wallMs) };
	return scope ? partOfFloor(floor, scope, reader.site(floor.clock, scope)) : floor;
}

/** The curves behind each queue. */
export function readSeries(state: LiveState, wallMs: number, steps = SERIES_STEPS): FloorSnapshot['series'] {
	const series: FloorSnapshot['series'] = {};
	for (const [id, queue] of state.queues)
		series[id] = queueSeries(queue, queueNow(state, queue, wallMs), steps);
	return series;
}
