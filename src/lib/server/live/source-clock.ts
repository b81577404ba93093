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
	/** Of the latest events, those that tell how far the source's time is from the wall clock. */
	#heard = 0;
	events = 0;
	lastEventAt = -Infinity;
	lastReceivedAt = -Infinity;

	/** How often it brought nothing for as long as counts as silent, and the last time: by the wall clock. */
	gaps = 0;
	lastGap: { fromMs: number; toMs: number } | null = null;
	#minute = NaN;
	#thisMinute = 0;
	/** Null while no minute has been heard from its beginning. */
	#minuteBefore: number | null = null;

	observe(eventAt: number, wallMs: number): void {
		if (wallMs - this.lastReceivedAt > SILENT_AFTER_MS && this.events > 0) {
			this.gaps++;
			this.lastGap = { fromMs: this.lastReceivedAt, toMs: wallMs };
		}
		this.#turnTo(wallMs);
		this.#thisMinute++;
		this.events++;
		const slot = this.#heard++ % REMEMBERED;
		this.#eventAt[slot] = eventAt;
		this.#seenAt[slot] = wallMs;
		if (eventAt > this.lastEventAt) this.lastEventAt = eventAt;
		this.lastReceivedAt = wallMs;
	}

	/** What is known of the source from before the start. */
	recall(lastEventAt: number): void {
		this.lastEventAt = Math.max(this.lastEventAt, lastEventAt);
	}

	/**
	 * The wall clock was set by so much. How far the source is from it is learned anew from its next word: what was told by another
	 * clock would put every number at a wrong time until sixteen events have come. The silence is as long as it was.
	 */
	clockWasSet(byMs: number): void {
		this.#heard = 0;
		this.lastReceivedAt += byMs;
		this.#minute = NaN;
		this.#minuteBefore = null;
		this.#thisMinute = 0;
	}

	#turnTo(wallMs: number): void {
		const minute = Math.floor(wallMs / MINUTE_MS);
		if (minute === this.#minute) return;
		if (!Number.isNaN(this.#minute)) this.#minuteBefore = minute === this.#minute + 1 ? this.#thisMinute : 0;
		this.#minute = minute;
		this.#thisMinute = 0;
	}

	/** Events in the last whole minute of the wall clock; null in the first one. */
	eventsPerMinute(wallMs: number): number | null {
		this.#turnTo(wallMs);
		return this.#minuteBefore;
	}

	/** Median of received − event time over the latest events; null before the first. Below 0: its clock is ahead. */
	lagMs(): number | null {
		const count = Math.min(this.#heard, REMEMBERED);
		if (count === 0) return null;
		const lags = Array.from({ length: count }, (_, i) => this.#seenAt[i]! - this.#eventAt[i]!);
		return lags.sort((a, b) => a - b)[Math.floor((count - 1) / 2)]!;
	}

	isSilent(wallMs: number): boolean {
		return wallMs - this.lastReceivedAt > SILENT_AFTER_MS;
	}

	/** The source's time less the wall clock; 0 while it is timely or silent. */
	offsetMs(wallMs: number): number {
		if (this.#heard === 0 || this.isSilent(wallMs)) return 0;
		const count = Math.min(this.#heard, REMEMBERED);
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
