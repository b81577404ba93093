import { parseArgs } from 'node:util';
import { InvalidInputError } from '#lib/server/access/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { eraseAgent, eraseCustomer } from '#lib/server/privacy/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const erase: Verb = {
	summary: 'take a customer or an agent out of everything stored, leaving every total as it is',
	usage: `Usage: marea erase customer ID [--db URL] [--json]
       marea erase agent ID [--db URL] [--json]
The customer's id becomes a pseudonym; the words of its contacts are gone, in the event log and in what is made of it.
An agent's id and name become a pseudonym; what was written about them or is planned for them, and their account, are gone.
Counts, times, moods and scores stay. The server may be running: it forgets them within seconds.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { db: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		const [what, id, ...more] = positionals;
		if (what !== 'customer' && what !== 'agent')
			throw new UsageError(`"${what ?? ''}" is not what can be erased: customer, agent.`);
		if (!id || more.length > 0) throw new UsageError(`One ${what} id is wanted.`);
		const ctx = await openContext(values.db);
		try {
			if (what === 'agent') {
				const erased = await eraseAgent(ctx, SYSTEM, { agent: id });
				if (erased.pseudonym === null) throw new RefusedError(`There is no agent "${id}".`);
				io.out(
					values.json
						? JSON.stringify(erased)
						: `Erased: ${erased.events} events; the agent is ${erased.pseudonym} from now on.`
				);
				return 0;
			}
			const erased = await eraseCustomer(ctx, SYSTEM, { customer: id });
			if (erased.events === 0) throw new RefusedError(`The log tells of no customer "${id}".`);
			io.out(
				values.json
					? JSON.stringify(erased)
					: `Erased: ${erased.contacts} contacts, ${erased.events} events; the customer is ${erased.pseudonym} from now on.`
			);
			return 0;
		} catch (error) {
			if (error instanceof InvalidInputError) throw new RefusedError(error.message);
			throw error;
		} finally {
			ctx.close();
		}
	}
};
export default erase;
