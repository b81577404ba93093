import { parseArgs } from 'node:util';
import { InvalidInputError } from '#lib/server/access/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { eraseCustomer } from '#lib/server/privacy/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const erase: Verb = {
	summary: 'take a customer out of everything stored, leaving every total as it is',
	usage: `Usage: marea erase customer ID [--db URL] [--json]
The customer's id becomes a pseudonym; the words of its contacts are gone, in the event log and in what is made of it.
Counts, times and moods stay. The server may be running: it forgets the customer within seconds.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { db: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		const [what, customer, ...more] = positionals;
		if (what !== 'customer') throw new UsageError(`"${what ?? ''}" is not what can be erased: customer.`);
		if (!customer || more.length > 0) throw new UsageError('One customer id is wanted.');
		const ctx = await openContext(values.db);
		try {
			const erased = await eraseCustomer(ctx, SYSTEM, { customer });
			if (erased.events === 0) throw new RefusedError(`The log tells of no customer "${customer}".`);
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
