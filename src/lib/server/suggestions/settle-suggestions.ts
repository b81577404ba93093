import { CAME_BACK_DAYS } from '#lib/contracts/suggestions.ts';
import type { Context } from '../context.ts';
import { judgeSuggestion, type ContactStory, type OpenSuggestion } from './judge-suggestion.ts';

/** So many at a time: nothing else happens meanwhile. */
const AT_ONCE = 200;
const CAME_BACK_MS = CAME_BACK_DAYS * 86_400_000;
/** Older ones are forgotten. */
const KEPT_MS = 400 * 86_400_000;

/**
 * Judges suggestions by the stored folds: those whose contact has news since the last time, and those whose window for coming
 * back is over. Cut off at any point, the next call goes on where this one was.
 *
 * @returns how many were judged; call again while it is `AT_ONCE`
 */
export async function settleSuggestions({ db: { client }, now }: Context): Promise<number> {
	const { rows } = await client.execute({
		sql: `SELECT s.id, s.kind, s.subject, s.made_at AS madeAt,
				CASE WHEN s.kind = 'answer' THEN s.reasons ->> '$[0].text' END AS answer, c.id AS contact, c.last_event_at AS lastEventAt, c.ended_at AS endedAt,
				c.bot_outcome AS botOutcome, c.csat
			FROM suggestions AS s JOIN contacts AS c ON c.id = s.contact_id
			WHERE s.state IN ('open', 'closed') AND c.last_event_at > s.seen_until LIMIT ?`,
		args: [AT_ONCE]
	});
	type Row = OpenSuggestion &
		Omit<ContactStory, 'visits' | 'moods' | 'said' | 'resolved'> & {
			id: string;
			contact: string;
			lastEventAt: number;
		};
	const open = rows as unknown as Row[];
	const stories = await readStories({ db: { client } } as Context, [
		...new Set(open.map(({ contact }) => contact))
	]);
	const judged = open.map((row) => {
		const outcome = judgeSuggestion(row, { ...row, ...stories.get(row.contact)! });
		return [
			row.id,
			outcome.state,
			row.lastEventAt,
			outcome.isFollowed === null ? null : Number(outcome.isFollowed),
			outcome.answeredBy,
			outcome.waitSeconds,
			outcome.handleSeconds,
			outcome.isResolved === null ? null : Number(outcome.isResolved),
			outcome.csat,
			outcome.moodShift
		];
	});
	await client.batch(
		[
			{
				sql: `UPDATE suggestions SET state = j.value ->> 1, seen_until = j.value ->> 2, is_followed = j.value ->> 3, answered_by = j.value ->> 4,
					wait_seconds = j.value ->> 5, handle_seconds = j.value ->> 6, is_resolved = j.value ->> 7, csat = j.value ->> 8, mood_shift = j.value ->> 9
					FROM json_each(?) AS j WHERE suggestions.id = j.value ->> 0`,
				args: [JSON.stringify(judged)]
			},
			{
				// The same customer about the same, within the window: known as soon as it happens.
				sql: `UPDATE suggestions SET came_back = 1 WHERE state = 'closed' AND came_back IS NULL AND EXISTS (
					SELECT 1 FROM contacts AS c JOIN contacts AS again ON again.customer = c.customer AND again.id <> c.id
					WHERE c.id = suggestions.contact_id AND again.started_at > c.ended_at AND again.started_at <= c.ended_at + ?1
						AND (again.intent IS NULL OR c.intent IS NULL OR again.intent = c.intent))`,
				args: [CAME_BACK_MS]
			},
			{
				sql: `UPDATE suggestions SET state = 'settled', settled_at = ?1, came_back = CASE WHEN came_back = 1 THEN 1
						WHEN (SELECT customer FROM contacts WHERE id = contact_id) IS NULL THEN NULL ELSE 0 END
					WHERE state = 'closed' AND (SELECT ended_at FROM contacts WHERE id = contact_id) < ?1 - ?2`,
				args: [now(), CAME_BACK_MS]
			},
			{ sql: 'DELETE FROM suggestions WHERE made_at < ?', args: [now() - KEPT_MS] }
		],
		'write'
	);
	return open.length;
}

type Story = Pick<ContactStory, 'visits' | 'moods' | 'said' | 'resolved'>;

async function readStories({ db: { client } }: Context, ids: readonly string[]): Promise<Map<string, Story>> {
	const stories = new Map<string, Story>(
		ids.map((id) => [id, { visits: [], moods: [], said: [], resolved: null }])
	);
	const args = [JSON.stringify(ids)];
	const among = '(SELECT value FROM json_each(?))';
	const [visits, moods, said, notes] = await Promise.all([
		client.execute({
			sql: `SELECT contact_id AS contact, agent_id AS agent, entered_at AS enteredAt, left_at AS leftAt, outcome, handled_until AS handledUntil,
				talk_ms + hold_ms + wrap_ms AS handleMs FROM visits WHERE contact_id IN ${among} ORDER BY contact_id, ordinal`,
			args
		}),
		client.execute({
			sql: `SELECT contact_id AS contact, at, score FROM messages WHERE contact_id IN ${among} AND score IS NOT NULL ORDER BY contact_id, ordinal`,
			args
		}),
		client.execute({
			sql: `SELECT contact_id AS contact, at, text FROM messages WHERE contact_id IN ${among} AND party = 'agent' ORDER BY contact_id, ordinal`,
			args
		}),
		client.execute({
			sql: `SELECT contact, data ->> '$.resolved' AS resolved FROM event_log WHERE contact IN ${among}
				AND type IN ('marea.contact.wrapped', 'marea.contact.ended') AND data ->> '$.resolved' IS NOT NULL ORDER BY at`,
			args
		})
	]);
	for (const row of visits.rows)
		stories.get(String(row.contact))!.visits.push(row as unknown as Story['visits'][number]);
	for (const row of moods.rows)
		stories.get(String(row.contact))!.moods.push(row as unknown as Story['moods'][number]);
	for (const row of said.rows)
		stories.get(String(row.contact))!.said.push(row as unknown as Story['said'][number]);
	for (const { contact, resolved } of notes.rows) stories.get(String(contact))!.resolved = resolved === 1;
	return stories;
}
