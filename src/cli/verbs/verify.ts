import { parseArgs } from 'node:util';
import type { AuditCheck, AuditHead } from '#lib/contracts/audit.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { MODEL_VARIABLE } from '#lib/server/scorers/index.ts';
import { verifyLog, type Difference } from '#lib/server/verify/index.ts';
import { openContext } from '../open-context.ts';
import { UsageError, type Verb } from '../verb.ts';

const SHOWN = 50;
const show = (value: unknown): string => (value === undefined || value === null ? '–' : String(value));
const line = ({ table, key, column, stored, recomputed }: Difference): string =>
	`${table} ${key}: ${column} is ${show(stored)}, the log says ${show(recomputed)}`;

function parseHead(text: string): AuditHead {
	const [, id, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
	if (!id) throw new UsageError(`"${text}" is not a head of the audit, ID:HASH as verify prints it.`);
	return { id: Number(id), hash: hash! };
}

const auditLine = ({ broken, entries, unsealed, head, purgedTo, erasedFields }: AuditCheck): string =>
	broken
		? `audit entry ${broken.id}: ${broken.problem}; ${entries} entries before it are as they were sealed.`
		: `Audit: ${entries} entries as they were sealed` +
			(unsealed ? `, ${unsealed} not sealed yet` : '') +
			(purgedTo ? `, those up to ${purgedTo} taken away by the retention` : '') +
			(erasedFields ? `, ${erasedFields} fields erased and accounted for` : '') +
			(head ? `; head ${head.id}:${head.hash}` : '') +
			'.';

const verify: Verb = {
	summary:
		'recomputes every derived number from the event log, checks the audit’s chain, and names what is wrong',
	usage: `Usage: marea verify [--audit-head ID:HASH] [--db URL] [--json]
Recomputes contacts, visits, message counts, agent states and daily numbers from the event log, and holds every entry of
the audit against its hash chain; the first entry that is not as it was sealed is named.
Exit code 0 when all agree, 1 with the list of differences. The server may be running.
Keep the head that is printed outside of this machine and give it back as --audit-head: who can write the database's
file can compute a whole chain anew, and only a head kept elsewhere shows that.
Moods are read again, unless MAREA_SENTIMENT_MODEL is set: then those of contacts are held against their messages'.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				db: { type: 'string' },
				'audit-head': { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is one argument too many.`);
		const kept = values['audit-head'] === undefined ? null : parseHead(values['audit-head']);
		const ctx = await openContext(values.db);
		try {
			const report = await verifyLog(ctx, SYSTEM, process.env[MODEL_VARIABLE] ? 'stored' : undefined, kept);
			const { differences, audit } = report;
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
				if (report.wholeFrom !== null)
					io.out(
						`The log is whole from ${new Date(report.wholeFrom).toISOString()} on: what lay before was purged.`
					);
				io.out(auditLine(audit));
			}
			return differences.length === 0 && !audit.broken ? 0 : 1;
		} finally {
			ctx.close();
		}
	}
};
export default verify;
