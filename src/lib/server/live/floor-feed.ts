import type { FloorDelta, FloorJoin, FloorSnapshot, QueueSeries } from '#lib/contracts/live.ts';
import { readFloor, readSeries, SERIES_STEPS, type Floor } from './floor.ts';
import type { LiveState } from './live-state.ts';
import { queueSeries, STEP_MS } from './rows/queue-series.ts';

/** Deltas kept for readers that were away for a moment; older ones get a new snapshot. */
const KEPT = 120;

/** What of the rows is news: those whose content is not what was last sent. */
function changed<Row>(rows: readonly Row[], key: (row: Row) => string, sent: Map<string, string>): Row[] {
	return rows.filter((row) => {
		const text = JSON.stringify(row);
		if (sent.get(key(row)) === text) return false;
		sent.set(key(row), text);
		return true;
	});
}

/** Turns readings of the floor into a snapshot and numbered deltas that all readers share. */
export class FloorFeed {
	readonly #state: LiveState;
	readonly #epoch: string;
	readonly #deltas: FloorDelta[] = [];
	readonly #sent = {
		queues: new Map<string, string>(),
		agents: new Map<string, string>(),
		sources: new Map<string, string>()
	};
	#site = '';
	#seq = 0;
	/** By queue, until when its series was sent. */
	readonly #seriesUntil = new Map<string, number>();
	#floor: Floor | null = null;

	constructor(state: LiveState, epoch: string) {
		this.#state = state;
		this.#epoch = epoch;
	}

	/** Reads the floor anew; the delta holds what changed and always the clock, so that silence can be told from calm. */
	tick(wallMs: number): FloorDelta {
		const floor = readFloor(this.#state, wallMs);
		const queues = changed(floor.queues, (row) => row.id, this.#sent.queues);
		const agents = changed(floor.agents, (row) => row.id, this.#sent.agents);
		const sources = changed(floor.sources, (row) => row.source, this.#sent.sources);
		const site = JSON.stringify(floor.site);
		const delta: FloorDelta = { seq: ++this.#seq, epoch: this.#epoch, clock: floor.clock };
		if (site !== this.#site) delta.site = floor.site;
		if (queues.length) delta.queues = queues;
		if (agents.length) delta.agents = agents;
		if (sources.length) delta.sources = sources;
		const points = this.#endedMinutes(floor);
		if (Object.keys(points).length) delta.points = points;
		this.#site = site;
		this.#floor = floor;
		this.#deltas.push(delta);
		if (this.#deltas.length > KEPT) this.#deltas.shift();
		return delta;
	}

	#endedMinutes({ queues, clock }: Floor): Record<string, QueueSeries> {
		const ended: Record<string, QueueSeries> = {};
		for (const { id, clockOffsetMs } of queues) {
			const nowMs = clock.wallMs + clockOffsetMs;
			const until = Math.floor(nowMs / STEP_MS) * STEP_MS;
			const sent = this.#seriesUntil.get(id);
			this.#seriesUntil.set(id, until);
			if (sent === undefined || until <= sent) continue;
			const steps = Math.min(SERIES_STEPS, (until - sent) / STEP_MS);
			ended[id] = queueSeries(this.#state.queues.get(id)!, nowMs, steps);
		}
		return ended;
	}

	snapshot(wallMs: number): FloorSnapshot {
		this.#floor ??= readFloor(this.#state, wallMs);
		return { seq: this.#seq, epoch: this.#epoch, ...this.#floor, series: readSeries(this.#state, wallMs) };
	}

	/** The deltas a reader missed where all are still kept, else a snapshot. */
	join(since: { epoch: string; seq: number } | null, wallMs: number): FloorJoin {
		const oldest = this.#deltas[0]?.seq ?? this.#seq + 1;
		const canCatchUp =
			since && since.epoch === this.#epoch && since.seq <= this.#seq && since.seq + 1 >= oldest;
		if (!canCatchUp) return { ok: true, snapshot: this.snapshot(wallMs) };
		return { ok: true, deltas: this.#deltas.filter((delta) => delta.seq > since.seq) };
	}
}
