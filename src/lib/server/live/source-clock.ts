const MINUTE_MS = 60_000;
/** A stream that lags or leads by more than this is a replay or a backfill, not a network delay. */
export const REPLAY_LAG_MS = 5 * MINUTE_MS;
/** A stream counts as running while it has brought something within this. */
export const SILENT_AFTER_MS = 2 * MINUTE_MS;
const REMEMBERED = 32;

/**
 * Which moment a source is at. Events say when they happened; while a stream from another time is arriving
 * (a replayed day), its ages and windows are counted at that time. A few events with a wrong clock among
 * timely ones change nothing: it takes half of the latest thirty-two.
 */
export class SourceClock {
	readonly #eventAt = new Float64Array(REMEMBERED);
	readonly #seenAt = new Float64Array(REMEMBERED);
	events = 0;
	lastEventAt = -Infinity;
	lastReceivedAt = -Infinity;

	observe(eventAt: number, wallMs: number): void {
		const slot = this.events++ % REMEMBERED;
		this.#eventAt[slot] = eventAt;
		this.#seenAt[slot] = wallMs;
		if (eventAt > this.lastEventAt) this.lastEventAt = eventAt;
		this.lastReceivedAt = wallMs;
	}

	/** What is known of the source from before the start. */
	recall(lastEventAt: number): void {
		this.lastEventAt = Math.max(this.lastEventAt, lastEventAt);
	}

	isSilent(wallMs: number): boolean {
		return wallMs - this.lastReceivedAt > SILENT_AFTER_MS;
	}

	/** The source's time less the wall clock; 0 while it is timely or silent. */
	offsetMs(wallMs: number): number {
		if (this.events === 0 || this.isSilent(wallMs)) return 0;
		const count = Math.min(this.events, REMEMBERED);
		let elsewhere = 0;
		let offset = -Infinity;
		for (let i = 0; i < count; i++) {
			const lead = this.#eventAt[i]! - this.#seenAt[i]!;
			if (Math.abs(lead) <= REPLAY_LAG_MS) continue;
			elsewhere++;
			if (lead > offset) offset = lead;
		}
		return elsewhere * 2 >= count ? offset : 0;
	}
}
