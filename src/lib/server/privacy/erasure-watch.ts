import type { Context } from '../context.ts';
import type { LiveContact, LiveState } from '../live/index.ts';
import { agentHash } from './agent-names.ts';
import { erasedData } from './erased-data.ts';
import { customerHash, ERASED_WORDS } from './pseudonym.ts';

/** Takes customers and agents that were erased, here or by the command line, out of the living state. */
export class ErasureWatch {
	readonly #ctx: Context;
	readonly #state: LiveState;
	#lastId: number;

	private constructor(ctx: Context, state: LiveState, lastId: number) {
		this.#ctx = ctx;
		this.#state = state;
		this.#lastId = lastId;
	}

	/** From here on: a state that is opened now has read the log without those erased before. */
	static async open(ctx: Context, state: LiveState): Promise<ErasureWatch> {
		const { rows } = await ctx.db.client.execute('SELECT coalesce(max(id), 0) AS id FROM erasures');
		return new ErasureWatch(ctx, state, Number(rows[0]!.id));
	}

	/** Contacts found are stored again, in case they were being stored while the customer was erased. */
	async look(): Promise<void> {
		const { rows } = await this.#ctx.db.client.execute({
			sql: 'SELECT id, customer_hash, pseudonym FROM erasures WHERE id > ? ORDER BY id',
			args: [this.#lastId]
		});
		if (rows.length === 0) return;
		this.#lastId = Number(rows.at(-1)!.id);
		const pseudonyms = new Map(rows.map((row) => [String(row.customer_hash), String(row.pseudonym)]));
		for (const agent of [...this.#state.agents.keys()]) {
			const pseudonym = pseudonyms.get(agentHash(agent));
			if (pseudonym) this.#state.renameAgent(agent, pseudonym);
		}
		for (const contact of this.#state.contacts.values()) {
			const names = new Set([
				contact.fold.customer,
				...(contact.events ?? []).map(({ data }) => data.customer)
			]);
			for (const customer of names) {
				const pseudonym = customer && pseudonyms.get(customerHash(customer));
				if (customer && pseudonym) this.#erase(contact, customer, pseudonym);
			}
		}
	}

	#erase(contact: LiveContact, customer: string, pseudonym: string): void {
		const { fold, events } = contact;
		if (fold.customer === customer) fold.customer = pseudonym;
		for (const message of fold.messages) if (message.text !== '') message.text = ERASED_WORDS;
		for (const event of events ?? []) event.data = erasedData(event.data, customer, pseudonym);
		contact.storedMessages = 0;
		this.#state.changedContacts.add(fold.id);
	}
}
