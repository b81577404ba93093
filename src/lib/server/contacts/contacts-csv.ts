import type { ContactListRow } from '#lib/contracts/conversations.ts';
import { toCsv } from '#lib/format/to-csv.ts';

const HEADER = [
	'contact',
	'customer',
	'channel',
	'queue',
	'agent',
	'language',
	'intent',
	'intentProbability',
	'startedAt',
	'endedAt',
	'durationSeconds',
	'botOutcome',
	'mood',
	'moodShift',
	'moodTurns',
	'cues',
	'csat',
	'contactsInWeekBefore'
];

/** Contacts as a file; unknown is an empty cell. */
export const contactsCsv = (rows: readonly ContactListRow[]): string =>
	toCsv(
		HEADER,
		rows.map((row) => [
			row.id,
			row.customer,
			row.channel,
			row.queue?.id ?? null,
			row.agent?.id ?? null,
			row.language,
			row.intent,
			row.intentProbability,
			new Date(row.startedAt).toISOString(),
			row.endedAt === null ? null : new Date(row.endedAt).toISOString(),
			row.durationSeconds,
			row.botOutcome,
			row.mood,
			row.moodShift,
			row.moodTurns,
			Object.keys(row.cues).join(' '),
			row.csat,
			row.repeats
		])
	);
