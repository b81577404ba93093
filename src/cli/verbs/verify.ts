import { parseArgs } from 'node:util';
import { SYSTEM } from '#lib/server/context.ts';
import { MODEL_VARIABLE } from '#lib/server/scorers/index.ts';
import { verifyLog, type Difference } from '#lib/server/verify/index.ts';
import { openContext } from '../open-context.ts';
import { UsageError, type Verb } from '../verb.ts';

const SHOWN = 50;
const show = (value: unknown): string => (value === undefined || value === null ? '–' : String(value));
const line = ({ table, key, column, stored, recomputed }: Difference): string =>
	`${table} ${key}: ${column} is ${show(stored)}, the log says ${show(recomputed)}`;

const verify: Verb = {
	summary: 'recomputes every derived number from the event log and names each difference',
	usage: `Usage: marea verify [--db URL] [--json]
Recomputes contacts, visits, message counts, agent states and daily numbers from the event log.
Exit code 0 when all agree, 1 with the list of differences. The server may be running.
Moods are read again, unless MAREA_SENTIMENT_MODEL is set: then those of contacts are held against their messages'.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { db: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is one argument too many.`);
		const ctx = await openContext(values.db);
		try {
			const report = await verifyLog(ctx, SYSTEM, process.env[MODEL_VARIABLE] ? 'stored' : undefined);
			const { differences } = report;
			if (values.json) io.out(JSON.stringify(report));
			else {
				for (const difference of differences.slice(0, SHOWN)) io.out(line(difference));
				if (differences.length > SHOWN) io.out(`… and ${differences.length - SHOWN} more; --json lists all.`);
				io.out(
					`${report.events} events, ${report.contacts} contacts, ${report.visits} visits, ${report.agentStates} agent states, ` +
						`${report.intervals} queue-days: ${differences.length || 'no'} difference${differences.length === 1 ? '' : 's'}` +
						(report.pending ? `; ${report.pending} not stored yet by the running server were left out` : '') +
						'.'
				);
			}
			return differences.length === 0 ? 0 : 1;
		} finally {
			ctx.close();
		}
	}
};
export default verify;
