import { guessIntent } from '#solver/conversations/intents/index.ts';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';
import { log } from '../log.ts';
import { languageOfTexts } from './language-of-texts.ts';
import { modelInUse } from './model-in-use.ts';
import { MOST_TURNS, type ToldByWords } from './tell-intent.ts';

/** What the watch asks of the living state: what a contact's source said of it, and its customer's words so far. */
export interface ContactWords {
	intent: string | null;
	language: string | null;
	texts: string[];
}

const EVERY_MS = 2_000;
const MOST_A_ROUND = 500;
/** Contacts that a stop left unlooked at are found again for this long, */
const LOOK_BACK_MS = 86_400_000;
/** so much of it in each round: a start does not wait for it. */
const LOOK_BACK_STEP_MS = 3_600_000;

const STORE = `INSERT INTO contact_intents (contact_id, intent, probability, language, model_version, guessed_at)
	SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ?2 FROM json_each(?1) WHERE true
	ON CONFLICT (contact_id) DO UPDATE SET intent = excluded.intent, probability = excluded.probability,
	language = excluded.language, model_version = excluded.model_version, guessed_at = excluded.guessed_at`;

/**
 * Tells intent and language of contacts from their customers' words where the source says nothing, a little after the
 * words came. It is an opinion beside the folds: the log and what is folded from it do not know of it.
 */
export class IntentWatch {
	readonly #ctx: Context;
	readonly #wordsOf: (contactId: string) => ContactWords | null;
	readonly #waiting = new Set<string>();
	readonly #listeners = new Set<(contactId: string, told: ToldByWords) => void>();
	/** Where a stop may have left contacts unlooked at: from the latest back. */
	#left: { from: number; since: number; to: number } | null = null;
	#timer: NodeJS.Timeout | null = null;
	#round: Promise<void> = Promise.resolve();

	constructor(ctx: Context, wordsOf: (contactId: string) => ContactWords | null) {
		this.#ctx = ctx;
		this.#wordsOf = wordsOf;
	}

	/** Customers' messages among what is new in the log. */
	observe(events: readonly LoggedEvent[]): void {
		for (const { type, data } of events)
			if (type === 'marea.message' && data.party === 'customer') this.#waiting.add(data.contact!);
	}

	/** Calls back with what was told of each contact, once it is stored; returns how to stop. */
	listen(listener: (contactId: string, told: ToldByWords) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	start(): void {
		const now = this.#ctx.now();
		this.#left = { from: now - LOOK_BACK_MS, since: now - LOOK_BACK_STEP_MS, to: Number.MAX_SAFE_INTEGER };
		this.#timer = setInterval(() => void this.look(), EVERY_MS);
	}

	/** Looks at those that wait; resolves when what was told is stored. */
	look(): Promise<void> {
		this.#round = this.#round
			.then(() => this.#look())
			.catch((error: unknown) => log.error({ err: error }, 'telling intents from words failed'));
		return this.#round;
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		await this.look();
	}

	async #findLeft(): Promise<void> {
		if (!this.#left) return;
		const { from, since, to } = this.#left;
		const { rows } = await this.#ctx.db.client.execute({
			sql: `SELECT id FROM contacts AS c WHERE last_event_at >= ? AND last_event_at < ? AND (intent IS NULL OR language IS NULL)
				AND EXISTS (SELECT 1 FROM messages WHERE contact_id = c.id AND party = 'customer')
				AND NOT EXISTS (SELECT 1 FROM contact_intents WHERE contact_id = c.id)`,
			args: [since, to]
		});
		for (const { id } of rows) this.#waiting.add(String(id));
		this.#left = since <= from ? null : { from, since: since - LOOK_BACK_STEP_MS, to: since };
	}

	async #look(): Promise<void> {
		await this.#findLeft();
		if (this.#waiting.size === 0) return;
		const used = await modelInUse(this.#ctx);
		const told: (string | number | null)[][] = [];
		const ids = [...this.#waiting].slice(0, MOST_A_ROUND);
		for (const id of ids) this.#waiting.delete(id);
		const forgotten = await readWords(
			this.#ctx,
			ids.filter((id) => !this.#wordsOf(id))
		);
		for (const id of ids) {
			const words = this.#wordsOf(id) ?? forgotten.get(id);
			if (!words || words.texts.length === 0 || (words.intent !== null && words.language !== null)) continue;
			const texts = words.texts.slice(0, MOST_TURNS);
			const guess = used && words.intent === null ? guessIntent(used.model, texts) : null;
			told.push([
				id,
				guess?.intent ?? null,
				guess?.probability ?? 0,
				languageOfTexts(texts),
				used?.version ?? null
			]);
		}
		if (told.length === 0) return;
		await this.#ctx.db.client.execute({ sql: STORE, args: [JSON.stringify(told), this.#ctx.now()] });
		for (const [id, intent, probability, language] of told)
			for (const listener of this.#listeners)
				listener(String(id), { intent, probability, language } as ToldByWords);
	}
}

/** Of contacts whose words memory has let go of. */
async function readWords({ db }: Context, ids: readonly string[]): Promise<Map<string, ContactWords>> {
	if (ids.length === 0) return new Map();
	const { rows } = await db.client.execute({
		sql: `SELECT c.id, c.intent, c.language, m.text FROM json_each(?) AS i JOIN contacts AS c ON c.id = i.value
			JOIN messages AS m ON m.contact_id = c.id AND m.party = 'customer' ORDER BY c.id, m.ordinal`,
		args: [JSON.stringify(ids)]
	});
	const found = new Map<string, ContactWords>();
	const text = (value: unknown) => (value === null ? null : String(value));
	for (const { id, intent, language, text: said } of rows) {
		const words = found.get(String(id)) ?? { intent: text(intent), language: text(language), texts: [] };
		words.texts.push(String(said));
		found.set(String(id), words);
	}
	return found;
}
