import type {
	AgentRow,
	FloorClock,
	FloorDelta,
	FloorJoin,
	FloorSnapshot,
	QueueRow,
	QueueSeries,
	SiteRow,
	SourceRow
} from '#lib/contracts/live.ts';
import { queueNow, readSeries, SERIES_STEPS } from './floor.ts';
import { FloorReader } from './floor-reader.ts';
import type { Scope } from '../context.ts';
import type { AgentLive, QueueState } from './live-parts.ts';
import type { LiveState } from './live-state.ts';
import { rowChange } from './row-change.ts';
import { queueSeries, STEP_MS } from './rows/queue-series.ts';

/** Deltas are kept this long for readers that were away for a moment; who was away longer gets a new snapshot. */
const KEPT_MS = 60_000;
/** Time alone changes rows, too (occupancy, windows, what counts as lost): each is read again within this. */
const ROUND_MS = 10_000;
/** While the clock of a source runs at another speed than the wall's, all rows are read this often. */
const REPLAY_ROUND_MS = 1_000;
const SOURCES_EVERY_MS = 1_000;

/** Turns readings of the floor into a snapshot and numbered deltas that all readers share. */
export class FloorFeed {
	readonly #state: LiveState;
	readonly #reader: FloorReader;
	readonly #epoch: string;
	readonly #deltas: FloorDelta[] = [];
	#seq = 0;
	/** As last sent. */
	#head: { clock: FloorClock; site: SiteRow } | null = null;
	#siteText = '';
	readonly #sources = new Map<string, { row: SourceRow; text: string }>();
	#sourcesAt = -Infinity;
	/** By queue, until when its series was sent. */
	readonly #seriesUntil = new Map<string, number>();
	/** Who is still to be read in this round. */
	#round: { agents: AgentLive[]; queues: QueueState[] } | null = null;
	#offsets = '';
	#snapshot: FloorSnapshot | null = null;
	#lastTickAt = -Infinity;
	#minute = NaN;
	#allReadAt = -Infinity;

	constructor(state: LiveState, epoch: string) {
		this.#state = state;
		this.#reader = new FloorReader(state);
		this.#epoch = epoch;
	}

	/** Whether events have come in since the last tick. */
	get hasNews(): boolean {
		return this.#state.news.isAny;
	}

	/** Reads anew what may have changed; the delta holds what did and always the clock, so that silence can be told from calm. */
	tick(wallMs: number): FloorDelta {
		this.#state.lookAtClock(wallMs);
		const news = this.#state.books.takeNews();
		const { agents, queues } = this.#dueWithoutNews(wallMs);
		const read = this.#reader.read(
			wallMs,
			new Set([...news.agents, ...agents]),
			new Set([...news.queues, ...queues])
		);
		// What those who enter from now on are told, to be held against what comes of it.
		for (const { now } of read.queues) {
			const queue = this.#state.queues.get(now.id)!;
			this.#state.waits.expect(now.id, now.ewtSeconds, queueNow(this.#state, queue, wallMs));
		}
		this.#head = this.#reader.head(wallMs);
		const { clock, site } = this.#head;
		const delta: FloorDelta = { seq: ++this.#seq, epoch: this.#epoch, clock };
		const siteText = JSON.stringify(site);
		if (siteText !== this.#siteText) delta.site = site;
		this.#siteText = siteText;
		const changedQueues = read.queues.flatMap(({ before, now }) => rowChange(before, now) ?? []);
		if (changedQueues.length) delta.queues = changedQueues;
		const changedAgents = read.agents.flatMap(({ before, now }) => rowChange(before, now) ?? []);
		if (changedAgents.length) delta.agents = changedAgents;
		const sources = this.#changedSources(wallMs);
		if (sources.length) delta.sources = sources;
		const points = this.#endedMinutes(wallMs);
		if (points) delta.points = points;
		this.#snapshot = null;
		// Deltas of a clock that was ahead would be kept until it is that late again.
		if (wallMs < this.#lastTickAt - KEPT_MS) this.#deltas.length = 0;
		this.#lastTickAt = wallMs;
		this.#deltas.push(delta);
		while (this.#deltas[0]!.clock.wallMs < wallMs - KEPT_MS) this.#deltas.shift();
		return delta;
	}

	/** A share of all rows each time; at once all of them when a minute or the time of a source turns. */
	#dueWithoutNews(wallMs: number): { agents: AgentLive[]; queues: QueueState[] } {
		const { agents, queues, sources } = this.#state;
		const offsets = [...sources.values()].map((clock) => clock.offsetMs(wallMs)).join();
		const isMoved = offsets !== this.#offsets && wallMs - this.#allReadAt >= REPLAY_ROUND_MS;
		if (isMoved || wallMs < this.#lastTickAt) {
			this.#offsets = offsets;
			this.#allReadAt = wallMs;
			this.#round = null;
			return { agents: [...agents.values()], queues: [...queues.values()] };
		}
		const share = Math.min(1, (wallMs - this.#lastTickAt) / ROUND_MS);
		const round =
			this.#round && (this.#round.agents.length > 0 || this.#round.queues.length > 0)
				? this.#round
				: { agents: [...agents.values()], queues: [...queues.values()] };
		this.#round = round;
		const minute = Math.floor(wallMs / STEP_MS);
		const isNewMinute = minute !== this.#minute;
		this.#minute = minute;
		return {
			agents: round.agents.splice(0, Math.ceil(agents.size * share)),
			queues: isNewMinute ? [...queues.values()] : round.queues.splice(0, Math.ceil(queues.size * share))
		};
	}

	/** How many events came and when is told once a second. */
	#changedSources(wallMs: number): SourceRow[] {
		if (wallMs - this.#sourcesAt < SOURCES_EVERY_MS && wallMs >= this.#sourcesAt) return [];
		this.#sourcesAt = wallMs;
		return this.#reader.sources(wallMs).filter((row) => {
			const text = JSON.stringify(row);
			if (this.#sources.get(row.source)?.text === text) return false;
			this.#sources.set(row.source, { row, text });
			return true;
		});
	}

	#endedMinutes(wallMs: number): Record<string, QueueSeries> | null {
		let ended: Record<string, QueueSeries> | null = null;
		for (const [id, queue] of this.#state.queues) {
			const nowMs = queueNow(this.#state, queue, wallMs);
			const until = Math.floor(nowMs / STEP_MS) * STEP_MS;
			const sent = this.#seriesUntil.get(id);
			if (until === sent) continue;
			this.#seriesUntil.set(id, until);
			if (sent === undefined || until < sent) continue;
			const steps = Math.min(SERIES_STEPS, (until - sent) / STEP_MS);
			(ended ??= {})[id] = queueSeries(queue, nowMs, steps);
		}
		return ended;
	}

	/** The queues as of the last tick, without the curves behind them. */
	queueRows(wallMs: number): QueueRow[] {
		if (this.#seq === 0) this.tick(wallMs);
		return this.#reader.rows().queues;
	}

	/** The agent as of the last tick. */
	agentRow(id: string): AgentRow | undefined {
		return this.#reader.agentRow(id);
	}

	/** The clock, the site and the sources as of the last tick. */
	head(wallMs: number): { clock: FloorClock; site: SiteRow; sources: SourceRow[] } {
		if (this.#seq === 0) this.tick(wallMs);
		return { ...this.#head!, sources: [...this.#sources.values()].map(({ row }) => row) };
	}

	/** Totals of a part of the centre as of the last tick. */
	siteOf(scope: Scope, wallMs: number): SiteRow {
		return this.#reader.site(this.head(wallMs).clock, scope);
	}

	/** The agents as of the last tick. */
	agentRows(wallMs: number): AgentRow[] {
		if (this.#seq === 0) this.tick(wallMs);
		return this.#reader.rows().agents;
	}

	/** The floor as of the last tick. */
	snapshot(wallMs: number): FloorSnapshot {
		if (this.#seq === 0) this.tick(wallMs);
		this.#snapshot ??= {
			seq: this.#seq,
			epoch: this.#epoch,
			...this.#head!,
			...this.#reader.rows(),
			sources: [...this.#sources.values()].map(({ row }) => row),
			series: readSeries(this.#state, this.#lastTickAt)
		};
		return this.#snapshot;
	}

	/** The deltas a reader missed where all are still kept, else a snapshot. */
	join(since: { epoch: string; seq: number } | null, wallMs: number): FloorJoin {
		const oldest = this.#deltas[0]?.seq ?? this.#seq + 1;
		const canCatchUp =
			since && since.epoch === this.#epoch && since.seq <= this.#seq && since.seq + 1 >= oldest;
		if (!canCatchUp) return { ok: true, snapshot: this.snapshot(wallMs) };
		return { ok: true, deltas: this.#deltas.slice(this.#deltas.length - (this.#seq - since.seq)) };
	}
}
