import type { AgentRow, QueueRow, RowChange, SiteRow, SourceRow } from '#lib/contracts/live.ts';
import type { Scope } from '../context.ts';

/** What is told of an agent: who is only seen at work is seen at the work of one's own queues. */
export function agentSeen<Row extends RowChange<AgentRow> & { id: string }>(row: Row, scope: Scope): Row {
	if (scope.ledAgents.has(row.id)) return row;
	const seen = { ...row };
	if (row.contacts) seen.contacts = row.contacts.filter(({ queue }) => scope.queues.has(queue));
	if (row.assigned) seen.assigned = row.assigned.filter((id) => scope.queues.has(id));
	return seen;
}

/** The rows of a part of the centre, with its own totals. */
export function partOfFloor<
	Floor extends { site: SiteRow; queues: QueueRow[]; agents: AgentRow[]; sources: SourceRow[] }
>(floor: Floor, scope: Scope, site: SiteRow): Floor {
	const queues = floor.queues.filter(({ id }) => scope.queues.has(id));
	const told = new Set(queues.map(({ source }) => source));
	return {
		...floor,
		site,
		queues,
		agents: floor.agents.filter(({ id }) => scope.agents.has(id)).map((row) => agentSeen(row, scope)),
		sources: floor.sources.filter(({ source }) => told.has(source))
	};
}
