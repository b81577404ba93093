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

/** An agent's states in order of their own time, whatever order they arrived in. */
export class AgentFold {
	readonly id: string;
	readonly #events: LoggedEvent[] = [];
	/** State seconds of the day that starts at #dayStart, from finished spans. */
	#finished: Partial<Record<AgentState, number>> = {};
	#dayStart = NaN;
	/** From here on memory holds all that the log does. */
	#knownFrom = -Infinity;
	/** Spans that begin here or later are not stored as they are now. */
	#changedFrom = Infinity;

	constructor(id: string) {
		this.id = id;
	}

	apply(event: LoggedEvent): void {
		const isLast = insertInOrder(this.#events, event);
		const before = this.#events.at(-2);
		if (isLast && before) this.#count(before, event.at);
		else if (!isLast) this.#dayStart = NaN;
		// The span before it ends anew, too.
		const at = this.#events.lastIndexOf(event);
		this.changed(this.#events[Math.max(0, at - 1)]!.at);
	}

	changed(fromAt: number): void {
		this.#changedFrom = Math.min(this.#changedFrom, fromAt);
	}

	/** What is to be stored in place of all spans from `fromAt` on; taken as stored unless `changed(fromAt)` is called again. */
	takeChanges(): { fromAt: number; spans: AgentSpan[] } {
		const fromAt = this.#changedFrom;
		this.#changedFrom = Infinity;
		return { fromAt, spans: this.spans().filter((span) => span.fromAt >= fromAt) };
	}

	/** Whether an event of this instant comes before what memory holds, so that the log must be asked for its neighbours. */
	lacksHistory(at: number): boolean {
		return at < this.#knownFrom;
	}

	/** Takes back what the log holds, in any order, from the state that was running at `sinceMs` on; what is known already stays once. */
	restore(events: readonly LoggedEvent[], sinceMs: number): void {
		const known = new Set(this.#events.map(({ seq }) => seq));
		for (const event of events) if (!known.has(event.seq)) insertInOrder(this.#events, event);
		this.#dayStart = NaN;
		const first = events.reduce((least, { at }) => Math.min(least, at), Infinity);
		this.#knownFrom = first <= sinceMs ? first : -Infinity;
	}

	#count({ at, data }: LoggedEvent, until: number): void {
		const from = Math.max(at, this.#dayStart);
		if (until > from)
			this.#finished[data.state!] = (this.#finished[data.state!] ?? 0) + (until - from) / 1000;
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

	/** Seconds in each state from the start of the day to now. */
	secondsToday(dayStart: number, now: number): Partial<Record<AgentState, number>> {
		if (this.#dayStart !== dayStart) {
			this.#dayStart = dayStart;
			this.#finished = {};
			for (let i = 0; i + 1 < this.#events.length; i++)
				this.#count(this.#events[i]!, this.#events[i + 1]!.at);
		}
		const last = this.#events.at(-1);
		if (!last) return {};
		if (last.at > now) return this.#secondsUntil(dayStart, now);
		const open = Math.max(0, now - Math.max(last.at, dayStart)) / 1000;
		return { ...this.#finished, [last.data.state!]: (this.#finished[last.data.state!] ?? 0) + open };
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

	/** Spans that begin at or after `fromAt`, and the one that was running then. */
	spans(fromAt = -Infinity): AgentSpan[] {
		return this.#events
			.map((event, i) => ({
				state: event.data.state!,
				reason: event.data.reason ?? null,
				fromAt: event.at,
				toAt: this.#events[i + 1]?.at ?? null
			}))
			.filter((span) => span.toAt === null || span.toAt > fromAt);
	}

	/** Keeps the state that was running at `ms` and everything after. */
	forgetBefore(ms: number): void {
		let keep = 0;
		while (keep + 1 < this.#events.length && this.#events[keep + 1]!.at <= ms) keep++;
		if (keep === 0) return;
		this.#events.splice(0, keep);
		this.#knownFrom = this.#events[0]!.at;
	}
}
