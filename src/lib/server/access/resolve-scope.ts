import type { NamedScope } from '#lib/contracts/scope.ts';
import type { Context, Scope } from '../context.ts';
import type { Database } from '../db/open-database.ts';

/** Who serves what is looked up again after this: so late an account learns of a new queue or of a person who has moved. */
const KEPT_MS = 2_000;

const kept = new WeakMap<Database, Map<string, { at: number; scope: Promise<Scope> }>>();

// ?1 sites, ?2 teams, ?3 queues, as JSON. Who was moved by a confirmed action serves what they were moved to, else what
// they are skilled for.
const PARTS = `WITH moved AS (SELECT payload ->> 'agent' AS agent, payload ->> 'queues' AS queues, max(requested_at) FROM commands
		WHERE kind = 'agent.queues' AND state = 'confirmed' GROUP BY subject),
	serves AS (SELECT s.agent_id AS agent, q.id AS queue FROM agent_skills AS s JOIN queues AS q ON q.skill_id = s.skill_id
			WHERE s.proficiency > 0 AND s.agent_id NOT IN (SELECT agent FROM moved)
		UNION SELECT moved.agent, j.value FROM moved, json_each(moved.queues) AS j),
	of_site AS (SELECT value AS id FROM json_each(?1)), of_team AS (SELECT value AS id FROM json_each(?2)),
	named AS (SELECT value AS id FROM json_each(?3))`;
const QUEUES = `${PARTS} SELECT id, site_id IN of_site OR id IN named AS led FROM queues
	WHERE site_id IN of_site OR id IN named
		OR id IN (SELECT queue FROM serves JOIN agents ON agents.id = serves.agent WHERE team_id IN of_team)`;
const AGENTS = `${PARTS} SELECT id, site_id IN of_site OR coalesce(team_id IN of_team, false) AS led FROM agents
	WHERE site_id IN of_site OR team_id IN of_team OR id IN (SELECT agent FROM serves WHERE queue IN named)`;

/** The ids that a named part of the centre stands for now; null = all of it. */
export async function resolveScope(ctx: Context, named: NamedScope | null): Promise<Scope | null> {
	if (named === null) return null;
	const key = scopeKey(named);
	let ofDatabase = kept.get(ctx.db);
	if (!ofDatabase) kept.set(ctx.db, (ofDatabase = new Map()));
	const at = ctx.now();
	for (const [old, one] of ofDatabase) if (Math.abs(at - one.at) >= KEPT_MS) ofDatabase.delete(old);
	let found = ofDatabase.get(key);
	if (!found) {
		found = { at, scope: readScope(ctx, named, key) };
		ofDatabase.set(key, found);
		found.scope.catch(() => ofDatabase.delete(key));
	}
	return found.scope;
}

/** The same for the same part, however it is written. */
export const scopeKey = ({ sites, teams, queues }: NamedScope): string =>
	JSON.stringify({ sites: [...sites].sort(), teams: [...teams].sort(), queues: [...queues].sort() });

async function readScope(ctx: Context, { sites, teams, queues }: NamedScope, key: string): Promise<Scope> {
	const args = [JSON.stringify(sites), JSON.stringify(teams), JSON.stringify(queues)];
	const [queueRows, agentRows] = await ctx.db.client.batch(
		[
			{ sql: QUEUES, args },
			{ sql: AGENTS, args }
		],
		'read'
	);
	const all = (rows: typeof queueRows) => new Set(rows!.rows.map((row) => String(row.id)));
	const led = (rows: typeof queueRows) =>
		new Set(rows!.rows.flatMap((row) => (Number(row.led) === 1 ? String(row.id) : [])));
	return {
		key,
		queues: all(queueRows),
		ledQueues: led(queueRows),
		agents: all(agentRows),
		ledAgents: led(agentRows)
	};
}
