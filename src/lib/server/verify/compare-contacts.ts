import type { Row } from '@libsql/client';
import { foldContact, isDemoSource, type ContactFold, type Visit } from '../live/index.ts';
import { visitOf } from '../intervals/index.ts';
import { compareRow, type Difference } from './difference.ts';
import type { Snapshot } from './read-snapshot.ts';

export interface ContactComparison {
	differences: Difference[];
	stored: Visit[];
	recomputed: Visit[];
}

/** The columns of `contacts` that a fold gives. */
function contactRow(fold: ContactFold): Record<string, unknown> {
	const last = fold.visits.at(-1);
	return {
		source: fold.source,
		channel: fold.channel,
		customer: fold.customer,
		language: fold.language,
		intent: fold.intent,
		queue_id: last?.queue ?? null,
		agent_id: last?.agent ?? null,
		started_at: fold.startedAt,
		ended_at: fold.endedAt,
		last_event_at: fold.lastEventAt,
		bot_outcome: fold.bot?.outcome ?? null,
		bot_started_at: fold.bot?.startedAt ?? null,
		csat: fold.csat,
		is_demo: isDemoSource(fold.source) ? 1 : 0
	};
}

/** Folds every contact of the log and holds its rows against it. */
export function compareContacts(snapshot: Snapshot): ContactComparison {
	const { eventsOfContact, pendingContacts, messageCounts } = snapshot;
	const rows = new Map(snapshot.contacts.map((row) => [String(row.id), row]));
	const visitRows = Map.groupBy(snapshot.visits, (row) => String(row.contact_id));
	const differences: Difference[] = [];
	const comparison: ContactComparison = { differences, stored: [], recomputed: [] };

	for (const id of new Set([...eventsOfContact.keys(), ...rows.keys()])) {
		if (pendingContacts.has(id)) continue;
		const events = eventsOfContact.get(id);
		const fold = events ? foldContact(events) : null;
		const row = rows.get(id) ?? null;
		differences.push(...compareRow('contacts', id, row as Row | null, fold && contactRow(fold)));

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

		const messages = { count: fold?.messages.length ?? 0 };
		differences.push(...compareRow('messages', id, { count: messageCounts.get(id) ?? 0 }, messages));
	}
	return comparison;
}
