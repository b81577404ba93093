import { parseArgs } from 'node:util';
import { restore as restoreDatabase } from '#lib/server/backup/index.ts';
import { DEFAULT_DATABASE_URL } from '../open-context.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const restore: Verb = {
	summary: 'puts a backup in the place of the database, which is kept beside it',
	usage: `Usage: marea restore FILE [--db URL] [--json]
Refused while a server has the database open, and for a FILE that is no sound backup. The database that was there is
kept as NAME.before-TIME. A backup of an earlier version is brought to the newest schema by the next start.
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
		const url = values.db ?? (process.env.DATABASE_URL || DEFAULT_DATABASE_URL);
		if (!url.startsWith('file:'))
			throw new UsageError(
				`The database "${url}" is not a file URL; give one such as ${DEFAULT_DATABASE_URL}.`
			);
		const outcome = await restoreDatabase(file, url, Date.now());
		if (outcome.status === 'refused') throw new RefusedError(`${outcome.reason}.`);
		const { status: _, ...done } = outcome;
		io.out(
			values.json
				? JSON.stringify(done)
				: `Restored ${done.events} events.${done.keptAs ? ` What was there is kept as ${done.keptAs}.` : ''}`
		);
		return 0;
	}
};
export default restore;
