import { parseArgs } from 'node:util';
import { InvalidInputError } from '#lib/server/access/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { exportAgent, exportCustomer } from '#lib/server/privacy/index.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const exportVerb: Verb = {
	summary: 'write out everything that is kept about a customer or an agent, as JSON',
	usage: `Usage: marea export customer ID [--db URL]
       marea export agent ID [--db URL]
Contacts, words, events, what was told from the words, suggestions, actions, notes, and what was sent or waits to be sent
outside about them; of an agent the profile, states, schedules, coaching, evaluations, account and audit. The server may be
running.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { db: { type: 'string' } }
		});
		const [what, id, ...more] = positionals;
		if (what !== 'customer' && what !== 'agent')
			throw new UsageError(`"${what ?? ''}" is not what can be exported: customer, agent.`);
		if (!id || more.length > 0) throw new UsageError(`One ${what} id is wanted.`);
		const ctx = await openContext(values.db);
		try {
			const found =
				what === 'agent'
					? await exportAgent(ctx, SYSTEM, { agent: id })
					: await exportCustomer(ctx, SYSTEM, { customer: id });
			if (!found)
				throw new RefusedError(
					what === 'agent' ? `There is no agent "${id}".` : `The log tells of no customer "${id}".`
				);
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
