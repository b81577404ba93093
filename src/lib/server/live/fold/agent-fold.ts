import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { AgentState } from '#lib/contracts/terms.ts';
import { insertInOrder } from './event-order.ts';

export interface AgentSpan {
	state: AgentState;
	reason: string | null;
	fromAt: number;
	/** Null while it lasts. */
	toAt: number | null;
}

/** The place of an event that was taken back from a stored span, which tells of none. */
const RECALLED = -1;

/** What counts for occupancy; the other states are off the queues. */
const BUSY: Partial<Record<AgentState, 'busyMs' | 'idleMs'>> = {
	handling: 'busyMs',
	wrap: 'busyMs',
	available: 'idleMs',
	offered: 'idleMs'
};

/** An agent's states in order of their own time, whatever order they arrived in. */
export class AgentFold {
	id: string;
	readonly #events: LoggedEvent[] = [];
	/** Milliseconds in each state of the day that starts at #dayStart, from finished spans: whole, so that what is taken back leaves nothing. */
	#finished: Partial<Record<AgentState, number>> = {};
	#dayStart = NaN;
	/** From here on memory holds all that the log does. */
	#knownFrom = -Infinity;
	/** Whether the earlier states of the day are still to come. */
	#isPartial = false;
	/** Spans that begin here or later are not stored as they are now. */
	#changedFrom = Infinity;

	constructor(id: string) {
		this.id = id;
	}

	apply(event: LoggedEvent): void {
		const events = this.#events;
		const isLast = insertInOrder(events, event);
		const at = isLast ? events.length - 1 : events.lastIndexOf(event);
		const before = at > 0 ? events[at - 1]! : event;
		const after = events[at + 1];
		if (before !== event) {
			if (after) this.#count(before, event.at, after.at, -1);
			else this.#count(before, before.at, event.at, 1);
		}
		if (after) this.#count(event, event.at, after.at, 1);
		// The span before it ends anew, too.
		this.changed(before.at);
	}

	changed(fromAt: number): void {
		this.#changedFrom = Math.min(this.#changedFrom, fromAt);
	}

	/** What is to be stored in place of all spans from `fromAt` on; taken as stored unless `changed(fromAt)` is called again. */
	takeChanges(): { fromAt: number; spans: AgentSpan[] } {
		const fromAt = this.#changedFrom;
		this.#changedFrom = Infinity;
		let first = this.#events.length;
		while (first > 0 && this.#events[first - 1]!.at >= fromAt) first--;
		return { fromAt, spans: this.#spansFrom(first) };
	}

	/**
	 * Takes back the latest stored spans. What comes before the last one's beginning the log is asked for, and until
	 * the earlier ones follow, the day's seconds are not known.
	 */
	recall(spans: readonly AgentSpan[]): void {
		this.#events.push(...spans.map((span) => this.#recalled(span)));
		this.#isPartial = true;
		this.#knownFrom = spans.length > 0 ? spans.at(-1)!.fromAt + 1 : -Infinity;
	}

	/** Puts the stored spans before those that memory holds, where those were taken back like this. */
	recallEarlier(spans: readonly AgentSpan[]): void {
		if (!this.#isPartial) return;
		this.#isPartial = false;
		const first = this.#events[0]?.at ?? Infinity;
		const earlier = spans.filter(({ fromAt }) => fromAt < first);
		this.#events.unshift(...earlier.map((span) => this.#recalled(span)));
		this.#dayStart = NaN;
	}

	#recalled({ state, reason, fromAt }: AgentSpan): LoggedEvent {
		const data = { agent: this.id, state, ...(reason === null ? {} : { reason }) };
		return { seq: RECALLED, source: '', id: '', type: 'marea.agent.state', at: fromAt, data };
	}

	/** Whether an event of this instant comes before what memory holds, so that the log must be asked for its neighbours. */
	lacksHistory(at: number): boolean {
		return at < this.#knownFrom;
	}

	/** Takes back what the log holds, in any order, from the state that was running at `sinceMs` on; what is known already stays once. */
	restore(events: readonly LoggedEvent[], sinceMs: number): void {
		const first = events.reduce((least, { at }) => Math.min(least, at), Infinity);
		// The log tells of these itself now, with their places among others of the same instant.
		const kept = this.#events.filter(({ seq, at }) => seq !== RECALLED || at < first);
		this.#events.splice(0, Infinity, ...kept);
		const known = new Set(kept.map(({ seq }) => seq));
		for (const event of events) if (!known.has(event.seq)) insertInOrder(this.#events, event);
		this.#dayStart = NaN;
		this.#knownFrom = first <= sinceMs ? first : -Infinity;
	}

	#count({ data }: LoggedEvent, from: number, until: number, sign: 1 | -1): void {
		const spent = until - Math.max(from, this.#dayStart);
		if (spent > 0) this.#finished[data.state!] = (this.#finished[data.state!] ?? 0) + sign * spent;
	}

	/** The state at an instant, or null when the source has not said. */
	stateAt(ms: number): { state: AgentState; reason: string | null; since: number } | null {
		let i = this.#events.length - 1;
		while (i >= 0 && this.#events[i]!.at > ms) i--;
		const last = this.#events[i];
		if (!last) return null;
		// A source may repeat a state (a heartbeat): time in state runs from the first of the run.
		while (
			i > 0 &&
			this.#events[i - 1]!.data.state === last.data.state &&
			this.#events[i - 1]!.data.reason === last.data.reason
		)
			i--;
		return { state: last.data.state!, reason: last.data.reason ?? null, since: this.#events[i]!.at };
	}

	/** Seconds in each state from the start of the day to now; none while they are not known. */
	secondsToday(dayStart: number, now: number): Partial<Record<AgentState, number>> {
		if (this.#isPartial) return {};
		if (this.#dayStart !== dayStart) {
			this.#dayStart = dayStart;
			this.#finished = {};
			for (let i = 0; i + 1 < this.#events.length; i++)
				this.#count(this.#events[i]!, this.#events[i]!.at, this.#events[i + 1]!.at, 1);
		}
		const last = this.#events.at(-1);
		if (!last) return {};
		if (last.at > now) return this.#secondsUntil(dayStart, now);
		const open = Math.max(0, now - Math.max(last.at, dayStart));
		const seconds: Partial<Record<AgentState, number>> = {};
		for (const [state, ms] of Object.entries(this.#finished))
			if (ms > 0) seconds[state as AgentState] = ms / 1000;
		seconds[last.data.state!] = ((this.#finished[last.data.state!] ?? 0) + open) / 1000;
		return seconds;
	}

	/** The same where an event is dated ahead of now: what has not been yet does not count. */
	#secondsUntil(dayStart: number, now: number): Partial<Record<AgentState, number>> {
		const seconds: Partial<Record<AgentState, number>> = {};
		for (const { state, fromAt, toAt } of this.spans(dayStart)) {
			const spent = Math.min(now, toAt ?? now) - Math.max(fromAt, dayStart);
			if (spent > 0) seconds[state] = (seconds[state] ?? 0) + spent / 1000;
		}
		return seconds;
	}

	/** Milliseconds with a contact or its after-work, and those on duty without, from `fromMs` to `toMs`. */
	busyBetween(fromMs: number, toMs: number): { busyMs: number; idleMs: number } {
		const spent = { busyMs: 0, idleMs: 0 };
		for (let i = this.#events.length - 1; i >= 0; i--) {
			const { at, data } = this.#events[i]!;
			const kind = BUSY[data.state!];
			const ms = Math.min(toMs, this.#events[i + 1]?.at ?? toMs) - Math.max(at, fromMs);
			if (kind && ms > 0) spent[kind] += ms;
			if (at <= fromMs) break;
		}
		return spent;
	}

	/** Spans that begin at or after `fromAt`, and the one that was running then. */
	spans(fromAt = -Infinity): AgentSpan[] {
		return this.#spansFrom(0).filter((span) => span.toAt === null || span.toAt > fromAt);
	}

	#spansFrom(first: number): AgentSpan[] {
		return this.#events.slice(first).map((event, i) => ({
			state: event.data.state!,
			reason: event.data.reason ?? null,
			fromAt: event.at,
			toAt: this.#events[first + i + 1]?.at ?? null
		}));
	}

	/** Keeps the state that was running at `ms`, what else was said of its instant, and everything after. */
	forgetBefore(ms: number): void {
		let keep = 0;
		while (keep + 1 < this.#events.length && this.#events[keep + 1]!.at <= ms) keep++;
		// Spans are stored anew by their instant: half of one would take the other half's place.
		while (keep > 0 && this.#events[keep - 1]!.at === this.#events[keep]!.at) keep--;
		if (keep === 0) return;
		this.#events.splice(0, keep);
		this.#knownFrom = this.#events[0]!.at;
	}
}
