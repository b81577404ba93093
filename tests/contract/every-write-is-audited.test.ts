import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '#lib/format/audit-actions.ts';
import { AUDIT_NOUNS } from '#lib/format/audit-nouns.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { declarations, reaches, uses } from '../support/declarations.ts';

const root = 'src/lib/server';

/** Writes that are no one's doing, or that stand in another file's entry: each with the reason, of a file or of `file#function`. */
const EXEMPT: Record<string, string> = {
	'alerts/live-alerts.ts': 'what the floor itself opened and closed; people’s answers are entered',
	'access/second-factor.ts#beginSecondFactor':
		'a secret that does not count until a code of it is given, which is entered',
	'access/sign-in-lock.ts#forgetFailures': 'a count of failures, ended by a sign-in, which is entered',
	'commands/live-commands.ts#expire': 'that nobody answered in time',
	'commands/live-commands.ts##answer': 'what the telephony side answered, which is in the log',
	'jobs/jobs.ts##settle': 'how work ended whose start or stop is entered; what it stores enters itself',
	'access/authenticate-key.ts': 'when a key was last used, once a minute',
	'access/one-time-token.ts': 'a step of a sign-in or a reset, which enters itself',
	'access/session-of.ts': 'when a session was last used, once a minute',
	'access/secret-of.ts': 'the secret that a database is born with',
	'audit/purge-audit.ts': 'statements of retention/purge, which enters privacy.purge',
	'audit/redact-audit.ts': 'statements of an erasure, which enters itself',
	'audit/seal-audit.ts': 'the seals of the entries themselves',
	'balancing/promise-watch.ts': 'what came of a promise, measured',
	'calendars/read-calendar.ts': 'when an address was last looked at',
	'coaching/store-measured.ts': 'what a session brought, computed again each time',
	'coaching/add-past-contacts.ts': 'sums of what is in the log',
	'coaching/contact-rows.ts': 'sums of what is in the log',
	'coaching/gather-adherence.ts': 'sums of what is in the log',
	'coaching/gather-facts.ts': 'sums of what is in the log',
	'delivery/queue-delivery.ts': 'statements in the batch of what is told',
	'delivery/send-due.ts': 'what became of a message that was queued',
	'forecasts/freeze-published.ts': 'statements in the batch of a publication',
	'history/create-missing-queues.ts': 'statements in the batch of an import, which names them',
	'history/store-facts.ts': 'statements in the batch of an import or its undoing',
	'ingest/discover.ts': 'what the events name, which are in the log',
	'ingest/event-log.ts': 'the log is its own record',
	'intents/intent-watch.ts': 'what was told from words, computed again each time',
	'kiosks/open-kiosk.ts': 'when a link was last opened',
	'leave/end-leave.ts': 'a statement in the batch of leave that is taken back or declined',
	'live/projection.ts': 'folds of the log',
	'live/cursor.ts': 'how far the folds are stored',
	'notices/mark-read.ts': 'that a person has read their own notice',
	'notices/language-of.ts': 'the language in which a person reads',
	'notices/tell.ts': 'what a write that is entered tells people of',
	'publishing/mark-seen.ts': 'that a person has what concerns them on the screen',
	'publishing/store-publication.ts': 'statements in the batch of a publication or its taking back',
	'quality/gather-evaluations.ts': 'sums of evaluations that are entered',
	'privacy/agent-tables.ts': 'statements of an erasure, which enters itself',
	'privacy/erase-traces.ts': 'statements of an erasure, which enters itself',
	'retention/purge-agent-states.ts': 'a step of retention/purge, which enters privacy.purge',
	'retention/purge-contacts.ts': 'a step of retention/purge, which enters privacy.purge',
	'retention/purge-words.ts': 'a step of retention/purge, which enters privacy.purge',
	'intervals/archive-visits.ts': 'statements in the batch of such a step',
	'ingest/whole-from.ts': 'a statement in the batch of such a step',
	'suggestions/record-suggestion.ts': 'what the rules suggested, which is its own record',
	'suggestions/settle-suggestions.ts': 'what came of it, computed from the log'
};
/** The demo's making is one entry: demo.seed. */
const isDemo = (file: string): boolean => file.startsWith('demo/');

const TABLES = Object.keys(schema)
	.filter((name) => /^[a-z]/.test(name))
	.join('|');
const WRITE = new RegExp(
	`\\.(insert|update|delete)\\(\\s*(${TABLES})\\s*\\)|\\b(INSERT (OR \\w+ )?INTO|DELETE FROM)\\b|\\bUPDATE \\w+ SET\\b`
);
const ENTERS = /\brecordAudit(IfChanged)?\(/;

const files = globSync('**/*.ts', { cwd: root })
	.filter((file) => !/\.test\.ts$|testing/.test(file) && !file.startsWith('db/schema/'))
	.map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(root, file), 'utf8') }));

/** Each declaration that writes: `file#name`, and whether an entry goes with it. */
const writes = files
	.filter(({ file, text }) => WRITE.test(text) && !isDemo(file))
	.flatMap(({ file, text }) => {
		const all = declarations(file, text);
		const enters = (name: string) => reaches(ENTERS, name, all);
		return [...all]
			.filter(([, own]) => WRITE.test(own))
			.map(([name]) => {
				// A step of verbs that all enter is theirs.
				const users = [...all].filter(([other, own]) => other !== name && uses(own, name));
				const isEntered = enters(name) || (users.length > 0 && users.every(([other]) => enters(other)));
				return { file, name: `${file}#${name}`, isEntered };
			});
	});
const silent = writes.filter(({ isEntered }) => !isEntered);

it('every function of a domain that writes enters it in the audit, or is on the list with its reason', () => {
	// A pattern that found nothing would pass for ever.
	expect(new Set(writes.map(({ file }) => file)).size).toBeGreaterThan(90);
	expect(writes.length - silent.length).toBeGreaterThan(110);
	const unseen = files.filter(
		({ file, text }) => WRITE.test(text) && !isDemo(file) && !writes.some((one) => one.file === file)
	);
	expect(unseen).toEqual([]);
	// A file that enters some of its writes is not on the list as a whole.
	const isMixed = (file: string) => writes.some((one) => one.file === file && one.isEntered);
	const unheard = silent.filter(({ file, name }) => !(name in EXEMPT) && !(file in EXEMPT && !isMixed(file)));
	expect(unheard.map(({ name }) => name)).toEqual([]);
});

it('the list names only what still writes without an entry', () => {
	const still = new Set(silent.flatMap(({ file, name }) => [file, name]));
	expect(Object.keys(EXEMPT).filter((name) => !still.has(name))).toEqual([]);
});

it('a second verb of a file that writes without an entry is found', () => {
	const all = declarations(
		'x.ts',
		`export async function add(ctx) { await ctx.db.orm.batch([insertOf(ctx), recordAudit(ctx, {})]); }
		const insertOf = (ctx) => ctx.db.orm.insert(agents).values({});
		export class Live { async #drop() { await this.ctx.db.orm.delete(agents); } }`
	);
	expect([...all.keys()]).toEqual(['add', 'insertOf', '#drop']);
	expect([...all.keys()].filter((name) => reaches(ENTERS, name, all))).toEqual(['add']);
	expect([...all].filter(([, text]) => WRITE.test(text)).map(([name]) => name)).toEqual([
		'insertOf',
		'#drop'
	]);
	expect(uses(all.get('add')!, 'insertOf')).toBe(true);
});

it('every action and subject that is entered has words that a person reads', () => {
	const source = files.map(({ text }) => text).join('\n');
	const actions = [...source.matchAll(/\baction: '([a-z-]+(?:\.[a-z-]+)+)'/g)].map((match) => match[1]!);
	const chosen = [...source.matchAll(/\baction: \w+ \? '([\w.-]+)' : '([\w.-]+)'/g)].flatMap((match) => [
		match[1]!,
		match[2]!
	]);
	expect(actions.length).toBeGreaterThan(70);
	expect([...actions, ...chosen].filter((action) => !(action in AUDIT_ACTIONS))).toEqual([]);
	const subjects = [...source.matchAll(/\bsubject: [`']([a-z-]+)[:'`]/g)].map((match) => match[1]!);
	expect(subjects.filter((noun) => !(noun in AUDIT_NOUNS) && noun !== 'person')).toEqual([]);
});
