import { and, desc, eq, gte, inArray, type SQL } from 'drizzle-orm';
import type { SuggestionKind, SuggestionRow } from '#lib/contracts/suggestions.ts';
import { requireRight, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, queues, suggestions } from '../db/schema/index.ts';

export interface SuggestionFilter {
	sinceMs: number;
	kind?: SuggestionKind;
	contactId?: string;
	limit?: number;
}

/** The latest suggestions with what came of them. */
export async function listSuggestions(
	{ db: { orm } }: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	{ sinceMs, kind, contactId, limit = 20_000 }: SuggestionFilter
): Promise<SuggestionRow[]> {
	requireRight(actor, 'suggestions.view');
	const conditions: SQL[] = [gte(suggestions.madeAt, sinceMs)];
	if (kind !== undefined) conditions.push(eq(suggestions.kind, kind));
	if (contactId !== undefined) conditions.push(eq(suggestions.contactId, contactId));
	const scope = scopeOf(actor);
	if (scope) conditions.push(inArray(suggestions.queueId, [...scope.queues]));
	const [rows, queueRows, agentRows] = await Promise.all([
		orm
			.select()
			.from(suggestions)
			.where(and(...conditions))
			.orderBy(desc(suggestions.madeAt))
			.limit(limit),
		orm.select({ id: queues.id, name: queues.name }).from(queues),
		orm.select({ id: agents.id, name: agents.name }).from(agents)
	]);
	const queueNames = new Map(queueRows.map(({ id, name }) => [id, name]));
	const agentNames = new Map(agentRows.map(({ id, name }) => [id, name]));
	const named = (id: string, names: ReadonlyMap<string, string>) => ({ id, name: names.get(id) ?? id });
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		contact: row.contactId,
		queue: row.queueId === null ? null : named(row.queueId, queueNames),
		subject:
			row.kind === 'answer'
				? { id: row.subject, name: (row.reasons[0] as { text?: string } | undefined)?.text ?? row.subject }
				: named(row.subject, agentNames),
		rule: row.rule,
		version: row.version,
		score: row.score,
		reasons: row.reasons,
		madeAt: row.madeAt,
		state: row.state,
		isFollowed: row.isFollowed,
		answeredBy: row.answeredBy === null ? null : named(row.answeredBy, agentNames),
		waitSeconds: row.waitSeconds,
		handleSeconds: row.handleSeconds,
		isResolved: row.isResolved,
		csat: row.csat,
		moodShift: row.moodShift,
		cameBack: row.cameBack
	}));
}
