import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { decodeText } from '#lib/server/history/index.ts';
import { eventsInOrder } from '../import/events-in-order.ts';
import { importAgentsFile } from '../import/import-agents-file.ts';
import { importHistoryFile } from '../import/import-history-file.ts';
import { readFile } from '../import/read-file.ts';
import { sendEvents } from '../import/send-events.ts';
import { UsageError, type Io, type Verb } from '../verb.ts';

const SHOWN_REJECTED = 20;

const verb: Verb = {
	summary: 'bring in a history, agents, or events',
	usage: `Usage:
  marea import history FILE [--time-zone Z] [--queue NAME] [--date-order day-first|month-first] [--db URL] [--json]
  marea import agents FILE [--db URL] [--json]
  marea import events FILE --url http://127.0.0.1:3000 --key KEY [--speed 60] [--json]

history: interval_start,queue,offered[,answered,abandoned,aht_seconds]; or two columns, a time and a count; or
  Amazon Connect's history. --time-zone is that of times without one (the site's by default), --queue the queue of
  a two-column file (the file's name by default), --date-order says which number of 3/4/2025 is the day where no
  date of the file tells.
agents: agent,name[,team,skills,min_hours_per_week,max_hours_per_week]; skills as billing;sales:0.7.
events: CloudEvents, one a line or an array, sent to a running server in order of time: at once, or with --speed N
  at N times their own pace. What the server cannot take for now is sent again.
Good rows are kept and each bad one is named on stderr.
--db: file URL of the database; DATABASE_URL, else file:./data/marea.db.`,

	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				'time-zone': { type: 'string' },
				queue: { type: 'string' },
				'date-order': { type: 'string' },
				db: { type: 'string' },
				url: { type: 'string' },
				key: { type: 'string' },
				speed: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [what, path, ...more] = positionals;
		if (what !== 'history' && what !== 'agents' && what !== 'events')
			throw new UsageError(`"${what ?? ''}" is not history, agents or events.`);
		if (!path || more.length > 0) throw new UsageError(`name one file: marea import ${what} FILE.`);
		if (what === 'history')
			await importHistoryFile(
				path,
				{ ...values, timeZone: values['time-zone'], dateOrder: values['date-order'] },
				io
			);
		else if (what === 'agents') await importAgentsFile(path, values, io);
		else await importEvents(path, values, io);
		return 0;
	}
};
export default verb;

async function importEvents(
	path: string,
	{ url, key, speed, json }: { url?: string; key?: string; speed?: string; json: boolean },
	io: Io
): Promise<void> {
	if (!url || !URL.canParse(url))
		throw new UsageError(`--url "${url ?? ''}" is not a server's address such as http://127.0.0.1:3000.`);
	if (!key) throw new UsageError('--key KEY is missing; marea key add --scope ingest makes one.');
	const times = speed === undefined ? null : Number(speed);
	if (times !== null && !(times > 0 && Number.isFinite(times)))
		throw new UsageError(`--speed "${speed}" is not a number above 0, such as 60.`);
	const events = eventsInOrder(decodeText(readFile(path)));
	const sent = await sendEvents(
		events,
		{ url, key, speed: times, fetch, now: () => performance.now(), wait: (ms) => wait(ms) },
		io
	);
	for (const { id, error } of sent.rejected.slice(0, SHOWN_REJECTED)) io.err(`event ${id ?? '?'}: ${error}`);
	if (sent.rejected.length > SHOWN_REJECTED) io.err(`… and ${sent.rejected.length - SHOWN_REJECTED} more`);
	io.out(
		json
			? JSON.stringify(sent)
			: `Sent ${events.length} events: ${sent.accepted} accepted, ${sent.duplicates} there already, ${sent.rejected.length} rejected.`
	);
}
