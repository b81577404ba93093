import { createHash } from 'node:crypto';
import type { FloorDelta, FloorJoin, FloorSnapshot, QueueSeries } from '#lib/contracts/live.ts';
import type { Scope } from '../context.ts';
import type { FloorFeed } from './floor-feed.ts';
import { agentSeen, partOfFloor } from './part-of-floor.ts';

/** Time alone moves totals, too, by less than any row shows. */
const TOTALS_EVERY_MS = 1_000;

/**
 * A feed as the readers of one part of the centre hold it: the same sequence, only the rows of the part, and its own
 * totals. It is worked out once for all of them, from what the whole feed has read. Its epoch is also of what the part is
 * made of: nobody catches up by deltas on a floor that they held when they saw another part.
 */
export class ScopedFeed {
	#scope!: Scope;
	#mark = '';
	readonly #feed: FloorFeed;
	#siteText = '';
	#siteAt = -Infinity;
	/** Sources that tell of queues of the part. */
	#sources: ReadonlySet<string | null> = new Set();

	constructor(feed: FloorFeed, scope: Scope) {
		this.#feed = feed;
		this.scope = scope;
	}

	get scope(): Scope {
		return this.#scope;
	}

	set scope(scope: Scope) {
		this.#scope = scope;
		const held = [scope.queues, scope.agents, scope.ledAgents].map((ids) => [...ids].sort());
		this.#mark = createHash('sha256').update(JSON.stringify(held)).digest('base64url').slice(0, 12);
	}

	#epochOf(whole: string): string {
		return `${whole}/${this.#mark}`;
	}

	snapshot(wallMs: number): FloorSnapshot {
		const whole = this.#feed.snapshot(wallMs);
		const part = partOfSnapshot(whole, this.scope, this.#feed.siteOf(this.scope, wallMs));
		this.#sources = new Set(part.queues.map(({ source }) => source));
		return { ...part, epoch: this.#epochOf(whole.epoch) };
	}

	/** The part's share of a tick that has just been made; totals only where they are not as they were. */
	delta(whole: FloorDelta): FloorDelta {
		const part = this.#share(whole);
		const { wallMs } = whole.clock;
		const isDue = wallMs - this.#siteAt >= TOTALS_EVERY_MS || wallMs < this.#siteAt;
		if (isDue || part.queues || part.agents) {
			this.#siteAt = wallMs;
			const site = this.#feed.siteOf(this.scope, wallMs);
			const text = JSON.stringify(site);
			if (text !== this.#siteText) part.site = site;
			this.#siteText = text;
		}
		return part;
	}

	/** As FloorFeed.join(). */
	join(since: { epoch: string; seq: number } | null, wallMs: number): FloorJoin {
		const [whole, mark] = since?.epoch.split('/') ?? [];
		const answer = this.#feed.join(
			since && mark === this.#mark ? { epoch: whole!, seq: since.seq } : null,
			wallMs
		);
		if (!('deltas' in answer)) return { ok: true, snapshot: this.snapshot(wallMs) };
		const deltas = answer.deltas.map((delta) => this.#share(delta));
		const last = deltas.at(-1);
		// The totals of ticks that are over were of the whole.
		if (last) last.site = this.#feed.siteOf(this.scope, wallMs);
		return { ok: true, deltas };
	}

	#share({ site: _, queues, agents, sources, points, ...rest }: FloorDelta): FloorDelta {
		const { scope } = this;
		const part: FloorDelta = { ...rest, epoch: this.#epochOf(rest.epoch) };
		const ownQueues = queues?.filter(({ id }) => scope.queues.has(id));
		if (ownQueues?.length) part.queues = ownQueues;
		for (const { source } of ownQueues ?? [])
			if (source && !this.#sources.has(source)) this.#sources = new Set([...this.#sources, source]);
		const ownAgents = agents?.filter(({ id }) => scope.agents.has(id));
		if (ownAgents?.length) part.agents = ownAgents.map((row) => agentSeen(row, scope));
		const ownSources = sources?.filter(({ source }) => this.#sources.has(source));
		if (ownSources?.length) part.sources = ownSources;
		const ownPoints = points && seriesOf(points, scope);
		if (ownPoints && Object.keys(ownPoints).length > 0) part.points = ownPoints;
		return part;
	}
}

const seriesOf = (series: Record<string, QueueSeries>, { queues }: Scope): Record<string, QueueSeries> =>
	Object.fromEntries(Object.entries(series).filter(([id]) => queues.has(id)));

/** A snapshot as a part of the centre sees it. */
export const partOfSnapshot = (
	whole: FloorSnapshot,
	scope: Scope,
	site: FloorSnapshot['site']
): FloorSnapshot => ({ ...partOfFloor(whole, scope, site), series: seriesOf(whole.series, scope) });
