import { parseArgs } from 'node:util';
import { backUp } from '#lib/server/backup/index.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { openContext } from '../open-context.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const backup: Verb = {
	summary: 'copies the whole database into one file, while the server may be running',
	usage: `Usage: marea backup FILE [--db URL] [--json]
Every event acknowledged before the call is in FILE, which appears only once it is whole and checked.
Refused when FILE is there already.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { db: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		const [file, more] = positionals;
		if (!file) throw new UsageError('FILE is missing.');
		if (more) throw new UsageError(`"${more}" is one argument too many.`);
		const ctx = await openContext(values.db);
		try {
			const outcome = await backUp(ctx, SYSTEM, file);
			if (outcome.status === 'refused') throw new RefusedError(`${outcome.reason}.`);
			const { status: _, ...made } = outcome;
			io.out(
				values.json
					? JSON.stringify(made)
					: `${made.file}: ${made.events} events, ${(made.bytes / 1e6).toFixed(1)} MB.`
			);
			return 0;
		} finally {
			ctx.close();
		}
	}
};
export default backup;
