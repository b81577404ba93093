import type { Row } from '@libsql/client';
import type {
	BotGroup,
	BotGrouping,
	BotQuery,
	BotSums,
	BotsView,
	EscalationReason,
	FunnelTurn
} from '#lib/contracts/bots.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { sessionSql } from './session-sql.ts';

const FUNNEL_TURNS = 10;
const MOST_GROUPS = 100;
const GROUPINGS: readonly BotGrouping[] = ['bot', 'queue', 'intent', 'language'];

const SUMS = `count(*) AS sessions, sum(guessed) AS guessed, sum(outcome = 'active') AS unfinished, sum(outcome = 'resolved') AS resolved,
	sum(outcome = 'escalated') AS escalated, sum(outcome = 'left') AS left_it, sum(alone) AS alone, sum(returned) AS returned,
	sum(alone AND customer IS NULL) AS unknown_customer, sum(length(path)) AS turns, sum(understood) AS understood, sum(failed) AS failed,
	avg(with_bot) AS with_bot, count(with_bot) AS with_bot_n,
	avg(CASE WHEN answered THEN with_person END) AS with_person, count(CASE WHEN answered THEN with_person END) AS with_person_n,
	avg(CASE WHEN answered THEN with_person - with_bot END) AS change, count(CASE WHEN answered THEN with_person - with_bot END) AS change_n`;

const count = (row: Row, column: string): number => Number(row[column] ?? 0);
const mean = (row: Row, column: string): number | null =>
	row[column] === null ? null : Math.round(Number(row[column]) * 1000) / 1000 + 0;
const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

function sumsOf(row: Row): BotSums {
	const [resolved, escalated, left] = [
		count(row, 'resolved'),
		count(row, 'escalated'),
		count(row, 'left_it')
	];
	const [withoutPerson, returned] = [count(row, 'alone'), count(row, 'returned')];
	const [sessions, turns] = [count(row, 'sessions'), count(row, 'turns')];
	const toldTurns = count(row, 'understood') + count(row, 'failed');
	const closed = resolved + escalated + left;
	return {
		sessions,
		guessedIntent: count(row, 'guessed'),
		unfinished: count(row, 'unfinished'),
		resolved,
		escalated,
		left,
		withoutPerson,
		returned,
		unknownCustomer: count(row, 'unknown_customer'),
		containment: ratio(withoutPerson - returned, closed),
		containmentRaw: ratio(withoutPerson, closed),
		escalationRate: ratio(escalated, closed),
		turns,
		turnsPerSession: ratio(turns, sessions),
		toldTurns,
		understoodShare: ratio(count(row, 'understood'), toldTurns),
		moodWithBot: mean(row, 'with_bot'),
		moodWithBotCount: count(row, 'with_bot_n'),
		moodWithPerson: mean(row, 'with_person'),
		moodWithPersonCount: count(row, 'with_person_n'),
		moodChange: mean(row, 'change'),
		moodChangeCount: count(row, 'change_n')
	};
}

/** What the bots did in a period: how far conversations came, how they ended, and what that was worth. */
export async function readBots(
	{ db }: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	query: BotQuery
): Promise<BotsView> {
	requireRight(actor, 'contacts.view');
	const { sql, args } = sessionSql(actor, query);
	const groupSql = GROUPINGS.map(
		(by) => `SELECT '${by}' AS grouping, ${by} AS id, ${SUMS} FROM s GROUP BY ${by}`
	).join(' UNION ALL ');
	const [sums, reasons, funnel, names] = await db.client.batch(
		[
			{ sql: `${sql} SELECT 'total' AS grouping, NULL AS id, ${SUMS} FROM s UNION ALL ${groupSql}`, args },
			{
				sql: `${sql} SELECT reason, count(*) AS n FROM s WHERE outcome = 'escalated' GROUP BY reason ORDER BY n DESC, reason`,
				args
			},
			{
				sql: `${sql} SELECT k.turn AS turn, sum(length(path) >= k.turn) AS reached, sum(substr(path, k.turn, 1) = 'u') AS understood,
					sum(substr(path, k.turn, 1) = 'f') AS failed, sum(length(path) = k.turn AND outcome = 'resolved') AS resolved,
					sum(length(path) = k.turn AND outcome = 'escalated') AS escalated, sum(length(path) = k.turn AND outcome = 'left') AS left_it,
					sum(length(path) = k.turn AND outcome = 'active') AS unfinished, sum(length(path) > k.turn) AS went_on
					FROM s, (SELECT value AS turn FROM json_each(?)) AS k GROUP BY k.turn ORDER BY k.turn`,
				args: [...args, JSON.stringify(Array.from({ length: FUNNEL_TURNS }, (_, i) => i + 1))]
			},
			'SELECT id, name FROM queues'
		],
		'read'
	);
	const queueNames = new Map(names!.rows.map((row) => [String(row.id), String(row.name)]));
	const rowsOf = (grouping: string) => sums!.rows.filter((row) => row.grouping === grouping);
	const escalated = reasons!.rows.reduce((sum, row) => sum + count(row, 'n'), 0);
	const turns = funnel!.rows.map(turnOf).filter(({ reached }) => reached > 0);
	return {
		query,
		total: sumsOf(rowsOf('total')[0]!),
		groups: Object.fromEntries(
			GROUPINGS.map((by) => [by, groupsOf(rowsOf(by), by === 'queue' ? queueNames : null)])
		) as Record<BotGrouping, BotGroup[]>,
		reasons: reasons!.rows.map((row): EscalationReason => ({
			reason: row.reason === null ? null : String(row.reason),
			count: count(row, 'n'),
			share: count(row, 'n') / escalated
		})),
		funnel: turns,
		beyond: turns.length === FUNNEL_TURNS ? turns.at(-1)!.wentOn : 0
	};
}

const turnOf = (row: Row): FunnelTurn => ({
	turn: Number(row.turn),
	reached: count(row, 'reached'),
	understood: count(row, 'understood'),
	failed: count(row, 'failed'),
	resolved: count(row, 'resolved'),
	escalated: count(row, 'escalated'),
	left: count(row, 'left_it'),
	unfinished: count(row, 'unfinished'),
	wentOn: count(row, 'went_on')
});

/** Most conversations first. */
function groupsOf(rows: readonly Row[], names: Map<string, string> | null): BotGroup[] {
	const groups = rows.map((row) => {
		const id = row.id === null ? null : String(row.id);
		return { id, name: id === null ? null : (names?.get(id) ?? id), ...sumsOf(row) };
	});
	return groups.sort((a, b) => b.sessions - a.sessions).slice(0, MOST_GROUPS);
}
