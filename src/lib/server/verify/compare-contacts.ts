import type { Row } from '@libsql/client';
import { foldContact, storedContact, type ContactFold, type Visit } from '../live/index.ts';
import { ERASED_WORDS } from '../privacy/index.ts';
import { visitOf } from '../intervals/index.ts';
import { compareRow, type Difference } from './difference.ts';
import type { Snapshot } from './read-snapshot.ts';

export interface ContactComparison {
	differences: Difference[];
	stored: Visit[];
	recomputed: Visit[];
}

/** Made of words that are gone from an erased customer's contacts: these columns stay as they were made. */
const OF_WORDS = /^(mood|cues)/;

const isErased = ({ messages }: ContactFold): boolean => messages.some(({ text }) => text === ERASED_WORDS);

export type ScoreText = (text: string) => number | null;

const scoresOf = (
	{ messages }: ContactFold,
	score: ScoreText | 'stored',
	rows: readonly Row[]
): (number | null)[] =>
	messages.map(({ party, text }, i) => {
		if (party !== 'customer') return null;
		if (score !== 'stored') return score(text);
		const stored = rows[i]?.score ?? null;
		return stored === null ? null : Number(stored);
	});

/** Folds every contact of the log and holds its rows against it. */
export function compareContacts(snapshot: Snapshot, score: ScoreText | 'stored'): ContactComparison {
	const { eventsOfContact, pendingContacts } = snapshot;
	const rows = new Map(snapshot.contacts.map((row) => [String(row.id), row]));
	const visitRows = Map.groupBy(snapshot.visits, (row) => String(row.contact_id));
	const messageRows = Map.groupBy(snapshot.messages, (row) => String(row.contact_id));
	const differences: Difference[] = [];
	const comparison: ContactComparison = { differences, stored: [], recomputed: [] };

	for (const id of new Set([...eventsOfContact.keys(), ...rows.keys()])) {
		if (pendingContacts.has(id)) continue;
		const events = eventsOfContact.get(id);
		const fold = events ? foldContact(events) : null;
		const row = rows.get(id) ?? null;
		differences.push(
			...compareRow(
				'contacts',
				id,
				row as Row | null,
				fold && storedContact(fold, scoresOf(fold, score, messageRows.get(id) ?? []))
			).filter(({ column }) => !(fold && isErased(fold) && OF_WORDS.test(column)))
		);

		const stored = (visitRows.get(id) ?? []).map(visitOf);
		const recomputed = fold?.visits ?? [];
		for (let i = 0; i < Math.max(stored.length, recomputed.length); i++)
			differences.push(
				...compareRow('visits', `${id} #${i}`, { ...stored[i] }, { ...recomputed[i] }).filter(
					() => stored[i] && recomputed[i]
				)
			);
		if (stored.length !== recomputed.length)
			differences.push({
				table: 'visits',
				key: id,
				column: 'count',
				stored: stored.length,
				recomputed: recomputed.length
			});
		comparison.stored.push(...stored);
		comparison.recomputed.push(...recomputed);

		differences.push(...compareMessages(id, messageRows.get(id) ?? [], fold?.messages ?? []));
	}
	return comparison;
}

/** What was said, word for word; its score is the solver's, not the log's. */
function compareMessages(id: string, rows: readonly Row[], messages: ContactFold['messages']): Difference[] {
	const counts = compareRow('messages', id, { count: rows.length }, { count: messages.length });
	const said = messages.slice(0, rows.length).flatMap(({ at, party, text, language }, i) => {
		const row = rows[i]!;
		return compareRow('messages', `${id} #${i}`, { ...row }, { ordinal: i, at, party, text, language });
	});
	return [...counts, ...said];
}
