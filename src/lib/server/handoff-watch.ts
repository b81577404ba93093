import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { Centre } from './centre.ts';
import { SYSTEM, type Context } from './context.ts';
import { conversationOf, firstNeed, readEventsOf, readHandoffRules, toldContact } from './handoff/index.ts';
import { foldContact } from './live/index.ts';
import { log } from './log.ts';
import { routeContact } from './routing/index.ts';
import { recordSuggestion, settleSuggestions } from './suggestions/index.ts';

const EVERY_MS = 1_000;
const SETTLE_EVERY_MS = 3_000;
/** Contacts judged in one round; the rest waits for the next. */
const AT_ONCE = 200;
/** A bot that hands on is answered with a route while its word is fresh: who was free an hour ago nobody can tell now. */
const FRESH_MS = 30_000;
/** Bot conversations of so long ago are looked through again after a start. */
const LOOK_BACK_MS = 36 * 3_600_000;

/**
 * Learns from what happens: keeps a suggestion when the rules first ask for a person in a bot's conversation, and another of who should take it
 * when the bot hands on; and judges them as their contacts go on. All of it follows the log: after a restart it goes on where it was.
 */
export class HandoffWatch {
	readonly #ctx: Context;
	readonly #centre: Centre;
	readonly #stopListening: () => void;
	/** Contacts whose conversation with a bot has news. */
	readonly #talking = new Set<string>();
	readonly #handedOn = new Set<string>();
	#timer: NodeJS.Timeout | null = null;
	#settledAt = 0;
	#isTakenUp = false;
	#round: Promise<void> | null = null;

	constructor(ctx: Context, centre: Centre) {
		this.#ctx = ctx;
		this.#centre = centre;
		this.#stopListening = centre.ingest.listen((events) => this.#hear(events));
	}

	start(): void {
		this.#timer ??= setInterval(() => this.#run(), EVERY_MS);
	}

	/** Judges what has news; resolves when it is stored. */
	async look(): Promise<void> {
		const routed = take(this.#handedOn, AT_ONCE);
		for (const contact of routed)
			await routeContact(this.#ctx, this.#centre.state, SYSTEM, { contact, limit: 1 }, 'en');
		const talking = take(this.#talking, AT_ONCE);
		if (talking.length > 0) await this.#judge(talking);
		const nowMs = this.#ctx.now();
		if (nowMs - this.#settledAt < SETTLE_EVERY_MS) return;
		await this.settle();
		this.#settledAt = nowMs;
	}

	async settle(): Promise<void> {
		while ((await settleSuggestions(this.#ctx)) > 0) await new Promise(setImmediate);
	}

	/** What came in between the last judgement and the end of the process. */
	async takeUp(): Promise<void> {
		const { rows } = await this.#ctx.db.client.execute({
			sql: `SELECT id FROM contacts WHERE bot_outcome IS NOT NULL AND last_event_at > ?
				AND NOT EXISTS (SELECT 1 FROM suggestions WHERE contact_id = contacts.id AND kind = 'escalate')`,
			args: [this.#ctx.now() - LOOK_BACK_MS]
		});
		for (const { id } of rows) this.#talking.add(String(id));
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		this.#stopListening();
		await this.#round;
	}

	#hear(events: readonly LoggedEvent[]): void {
		const freshFrom = this.#ctx.now() - FRESH_MS;
		for (const { type, at, data } of events) {
			if (data.contact === undefined) continue;
			if (type === 'marea.bot.escalated' && at >= freshFrom) this.#handedOn.add(data.contact);
			if (type.startsWith('marea.bot.') || (type === 'marea.message' && this.#hasBot(data.contact)))
				this.#talking.add(data.contact);
		}
	}

	#hasBot(contact: string): boolean {
		return this.#centre.state.contacts.get(contact)?.fold.bot?.outcome === 'active';
	}

	async #judge(ids: string[]): Promise<void> {
		const { rules, version } = await readHandoffRules(this.#ctx);
		const { rows } = await this.#ctx.db.client.execute({
			sql: `SELECT DISTINCT contact_id AS id FROM suggestions WHERE kind = 'escalate' AND contact_id IN (SELECT value FROM json_each(?))`,
			args: [JSON.stringify(ids)]
		});
		const known = new Set(rows.map(({ id }) => String(id)));
		const events = await readEventsOf(
			this.#ctx,
			ids.filter((id) => !known.has(id))
		);
		for (const [contactId, list] of events) {
			const fold = foldContact(list);
			const need = firstNeed(conversationOf(list), (await toldContact(this.#ctx, fold)).intent, rules);
			if (!need) continue;
			await recordSuggestion(this.#ctx, {
				kind: 'escalate',
				contactId,
				queueId:
					fold.visits.at(-1)?.queue ??
					fold.bot?.queue ??
					list.findLast(({ data }) => data.queue)?.data.queue ??
					null,
				subject: 'person',
				rule: need.reasons[0]!.rule,
				version: String(version),
				score: null,
				reasons: [...need.reasons],
				madeAt: need.at,
				madeFor: SYSTEM.id
			});
		}
	}

	/** The first round begins with what a stop left, which no start waits for. */
	async #goOn(): Promise<void> {
		if (!this.#isTakenUp) await this.takeUp();
		this.#isTakenUp = true;
		await this.look();
	}

	#run(): void {
		this.#round ??= this.#goOn()
			.catch((error: unknown) =>
				log.error({ err: error }, 'judging bot conversations failed; the next round goes on')
			)
			.finally(() => (this.#round = null));
	}
}

function take<T>(from: Set<T>, count: number): T[] {
	const some = [...from].slice(0, count);
	for (const one of some) from.delete(one);
	return some;
}
