import { parseArgs } from 'node:util';
import { InvalidInputError } from '#lib/server/access/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { exportCustomer } from '#lib/server/privacy/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const exportVerb: Verb = {
	summary: 'write out everything that is kept about a customer, as JSON',
	usage: `Usage: marea export customer ID [--db URL]
Contacts, words, events, what was told from the words, suggestions, actions, notes, and what was sent or waits to be sent
outside about them. The server may be running.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { db: { type: 'string' } }
		});
		const [what, customer, ...more] = positionals;
		if (what !== 'customer') throw new UsageError(`"${what ?? ''}" is not what can be exported: customer.`);
		if (!customer || more.length > 0) throw new UsageError('One customer id is wanted.');
		const ctx = await openContext(values.db);
		try {
			const found = await exportCustomer(ctx, SYSTEM, { customer });
			if (!found) throw new RefusedError(`The log tells of no customer "${customer}".`);
			io.out(JSON.stringify(found, null, '\t'));
			return 0;
		} catch (error) {
			if (error instanceof InvalidInputError) throw new RefusedError(error.message);
			throw error;
		} finally {
			ctx.close();
		}
	}
};
export default exportVerb;
