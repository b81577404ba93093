import type { ContactCare, NeedRow } from '#lib/contracts/needs.ts';
import {
	needAt,
	NEEDS_PERSON_AT,
	steadyNeed,
	WORTH_A_LOOK_AT,
	type NeedFacts,
	type PersonNeed,
	type SteadyNeed
} from '#solver/attention/index.ts';
import type { ToldByWords } from '../intents/index.ts';
import { isLost, type ContactFold, type LiveState } from '../live/index.ts';
import { needFacts, queueOf } from './need-facts.ts';
import { needRow } from './need-row.ts';

const LISTED = 50;
/** Time alone raises waits, holds and silences: those are rated again this often. */
const TIMED_EVERY_MS = 1_000;

interface Entry {
	id: string;
	facts: NeedFacts;
	steady: SteadyNeed;
	need: PersonNeed;
	queueId: string | null;
	needsSince: number | null;
	isTimed: boolean;
}

/** What the alert rules judge a queue's open contacts by; those that somebody looks after are left out. */
export interface QueueNeed {
	/** Contacts at or above the line. */
	count: number;
	/** How long the longest of them has needed a person. */
	longestSeconds: number;
	/** The lowest running mood, −5…+5; null while none could be scored. */
	worstMood: number | null;
}

export interface NeedRanking {
	rows: NeedRow[];
	needing: number;
	open: number;
}

/**
 * The open contacts by how much they need a person. Only those that events have changed are read anew; a wait is
 * rated again each second from what is known of it.
 */
export class NeedList {
	readonly #state: LiveState;
	readonly #entries = new Map<string, Entry>();
	readonly #due = new Set<string>();
	readonly #care = new Map<string, ContactCare>();
	/** What the words of contacts tell whose source does not say. */
	readonly #told = new Map<string, ToldByWords>();
	/** The customer's other contacts of the last week, where they have been looked up. */
	readonly #repeats = new Map<string, number>();
	readonly #unknownRepeats = new Set<string>();
	#timedAt = -Infinity;
	/** By source, as of one wall time. */
	readonly #offsets = new Map<string, number>();
	#offsetsAt = NaN;

	constructor(state: LiveState) {
		this.#state = state;
		for (const id of state.contacts.keys()) this.#due.add(id);
	}

	/** Has the contact read anew at the next rating. */
	mark(id: string): void {
		this.#due.add(id);
	}

	setCare(id: string, care: ContactCare | null): void {
		if (care) this.#care.set(id, care);
		else this.#care.delete(id);
	}

	setTold(id: string, told: ToldByWords): void {
		if (this.#state.contacts.has(id)) this.#told.set(id, told);
	}

	/** Contacts whose customer's other contacts are still to be counted. */
	takeUnknownRepeats(): { id: string; customer: string; startedAt: number }[] {
		const asked = [...this.#unknownRepeats].flatMap((id) => {
			const fold = this.#state.contacts.get(id)?.fold;
			return fold?.customer ? [{ id, customer: fold.customer, startedAt: fold.startedAt }] : [];
		});
		this.#unknownRepeats.clear();
		return asked;
	}

	setRepeats(id: string, count: number): void {
		if (!this.#entries.has(id)) return;
		this.#repeats.set(id, count);
		if (count > 0) this.#due.add(id);
	}

	/** Rates what changed, and every second what time has changed. */
	rate(wallMs: number, most = Infinity): void {
		let count = 0;
		for (const id of this.#due) {
			if (++count > most) break;
			this.#due.delete(id);
			this.#read(id, wallMs);
		}
		if (wallMs - this.#timedAt < TIMED_EVERY_MS && wallMs >= this.#timedAt) return;
		this.#timedAt = wallMs;
		for (const entry of this.#entries.values()) if (entry.isTimed) this.#rateAgain(entry, wallMs);
	}

	#read(id: string, wallMs: number): void {
		const contact = this.#state.contacts.get(id);
		const queueId = contact ? queueOf(contact.fold) : null;
		const queue = queueId === null ? undefined : this.#state.queues.get(queueId);
		const facts =
			contact &&
			needFacts(contact, {
				thresholdSeconds: queue?.config.thresholdSeconds ?? null,
				repeatContacts: this.#repeats.get(id) ?? null
			});
		if (!facts || isLost(contact.fold, this.#nowMs(contact.fold.source, wallMs))) return this.#drop(id);
		const before = this.#entries.get(id);
		if (contact.fold.customer && !this.#repeats.has(id)) this.#unknownRepeats.add(id);
		const { waitingSinceMs, heldSinceMs, unansweredSinceMs } = facts;
		const entry: Entry = {
			id,
			facts,
			steady: steadyNeed(facts),
			need: before?.need ?? { urgency: 0, reasons: [] },
			queueId,
			needsSince: before?.needsSince ?? null,
			isTimed: waitingSinceMs !== null || heldSinceMs !== null || unansweredSinceMs !== null
		};
		this.#entries.set(id, entry);
		// What the events alone say has been so since the last of them.
		this.#rateAgain(entry, wallMs, contact.fold.lastEventAt);
	}

	#rateAgain(entry: Entry, wallMs: number, eventAt?: number): void {
		const fold = this.#state.contacts.get(entry.id)?.fold;
		const nowMs = fold ? this.#nowMs(fold.source, wallMs) : wallMs;
		if (!fold || isLost(fold, nowMs)) return this.#drop(entry.id);
		entry.need = needAt(entry.steady, entry.facts, nowMs);
		if (entry.need.urgency < NEEDS_PERSON_AT) entry.needsSince = null;
		else if (entry.needsSince === null) {
			const wasSo =
				eventAt !== undefined && needAt(entry.steady, entry.facts, eventAt).urgency >= NEEDS_PERSON_AT;
			entry.needsSince = wasSo ? eventAt : nowMs;
		}
	}

	#drop(id: string): void {
		this.#entries.delete(id);
		this.#repeats.delete(id);
		this.#unknownRepeats.delete(id);
		this.#care.delete(id);
		this.#told.delete(id);
	}

	#nowMs(source: string, wallMs: number): number {
		if (wallMs !== this.#offsetsAt) this.#offsets.clear();
		this.#offsetsAt = wallMs;
		let offset = this.#offsets.get(source);
		if (offset === undefined)
			this.#offsets.set(source, (offset = this.#state.sources.get(source)?.offsetMs(wallMs) ?? 0));
		return wallMs + offset;
	}

	/**
	 * The most urgent; what is left aside for a while comes last. Equal ones in the order they came to need it.
	 *
	 * @param isSeen left out: all are
	 */
	ranking(wallMs: number, isSeen?: (fold: ContactFold) => boolean): NeedRanking {
		const isSnoozed = (id: string) => (this.#care.get(id)?.snoozedUntil ?? 0) > wallMs;
		const worth: { entry: Entry; snoozed: boolean }[] = [];
		let [needing, open] = [0, 0];
		for (const entry of this.#entries.values()) {
			if (isSeen && !isSeen(this.#state.contacts.get(entry.id)!.fold)) continue;
			open++;
			if (entry.needsSince !== null) needing++;
			if (entry.need.urgency >= WORTH_A_LOOK_AT) worth.push({ entry, snoozed: isSnoozed(entry.id) });
		}
		worth.sort(
			(a, b) =>
				Number(a.snoozed) - Number(b.snoozed) ||
				b.entry.need.urgency - a.entry.need.urgency ||
				(a.entry.needsSince ?? Infinity) - (b.entry.needsSince ?? Infinity) ||
				(a.entry.id < b.entry.id ? -1 : 1)
		);
		const rows = worth.slice(0, LISTED).map(({ entry }) => {
			const { fold } = this.#state.contacts.get(entry.id)!;
			return needRow(fold, entry.facts, entry.need, {
				needsSince: entry.needsSince,
				clockOffsetMs: this.#nowMs(fold.source, wallMs) - wallMs,
				care: this.#care.get(entry.id) ?? null,
				told: this.#told.get(entry.id) ?? null
			});
		});
		return { rows, needing, open };
	}

	/** By queue. */
	queueNeeds(wallMs: number): Map<string, QueueNeed> {
		const needs = new Map<string, QueueNeed>();
		for (const { id, queueId, facts, needsSince } of this.#entries.values()) {
			if (queueId === null) continue;
			let need = needs.get(queueId);
			if (!need) needs.set(queueId, (need = { count: 0, longestSeconds: 0, worstMood: null }));
			const care = this.#care.get(id);
			if (care && (care.takenBy !== null || (care.snoozedUntil ?? 0) > wallMs)) continue;
			const mood = facts.moods.at(-1);
			if (mood !== undefined) need.worstMood = Math.min(need.worstMood ?? Infinity, mood);
			if (needsSince === null) continue;
			need.count++;
			const source = this.#state.contacts.get(id)!.fold.source;
			const seconds = (this.#nowMs(source, wallMs) - needsSince) / 1000;
			need.longestSeconds = Math.max(need.longestSeconds, seconds);
		}
		return needs;
	}
}
