import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { agentHash } from './agent-names.ts';
import { tiedColumns } from './agent-tables.ts';

const ExportInput = z.object({ agent: z.string().min(1).max(200) });

/** Rows of each table that tell of the agent, by the table's name; JSON columns are parsed. */
export interface AgentExport {
	agent: string;
	exportedAt: string;
	tables: Record<string, object[]>;
}

/** What is given out beside the tables that are tied to the agent. Secrets (passwords, tokens) are nobody's to read. */
const OTHERS: Record<string, string> = {
	agents: 'SELECT * FROM agents WHERE id = ?1',
	users: 'SELECT id, name, email, role, created_at FROM users WHERE agent_id = ?1',
	sessions:
		'SELECT created_at, expires_at, ip_address, user_agent FROM sessions WHERE user_id IN (SELECT id FROM users WHERE agent_id = ?1)',
	notices:
		'SELECT kind, about, told_at, read_at FROM notices WHERE user_id IN (SELECT id FROM users WHERE agent_id = ?1)',
	quality_disputes:
		'SELECT * FROM quality_disputes WHERE evaluation_id IN (SELECT id FROM quality_evaluations WHERE agent_id = ?1)',
	coaching_goals:
		'SELECT * FROM coaching_goals WHERE session_id IN (SELECT id FROM coaching_sessions WHERE agent_id = ?1)',
	swap_offers: 'SELECT * FROM swap_offers WHERE agent_id = ?1 OR taken_by = ?1 OR to_agent_id = ?1',
	commands: `SELECT * FROM commands WHERE subject = 'agent:' || ?1 ORDER BY requested_at`,
	event_log: `SELECT source, id, type, at, data FROM event_log WHERE agent = ?1 ORDER BY seq`,
	audit_log: `SELECT at, actor, action, subject, before, after, reason FROM audit_log WHERE subject = 'agent:' || ?1
		OR actor IN (SELECT 'user:' || id FROM users WHERE agent_id = ?1) OR subject IN (SELECT 'user:' || id FROM users WHERE agent_id = ?1)
		OR coalesce("after", "before") ->> '$.agentId' = ?1 ORDER BY id`
};

/** Everything kept about one agent, for the agent to have. Null where there is no such agent. That it was given out is entered. */
export async function exportAgent(
	ctx: Context,
	actor: Pick<Actor, 'id' | 'rights'>,
	input: z.input<typeof ExportInput>
): Promise<AgentExport | null> {
	requireRight(actor, 'privacy.manage');
	const { agent } = parseInput('Exporting an agent', ExportInput, input);
	const { client } = ctx.db;
	const tied = (await tiedColumns(ctx)).filter(({ table }) => !(table in OTHERS));
	const wanted = [
		...Object.entries(OTHERS),
		...tied.map(({ table, column }) => [table, `SELECT * FROM ${table} WHERE ${column} = ?1`] as const)
	];
	const answers = await client.batch(
		wanted.map(([, sql]) => ({ sql, args: [agent] })),
		'read'
	);
	const tables: AgentExport['tables'] = {};
	for (const [i, [table]] of wanted.entries()) {
		const { rows, columns } = answers[i]!;
		if (rows.length > 0)
			tables[table] = rows.map((row) =>
				Object.fromEntries(columns.map((column, at) => [column, parsed(row[at])]))
			);
	}
	if (!tables.agents) return null;
	await recordAudit(ctx, actor, {
		action: 'agent.export',
		subject: `agent:${agentHash(agent).slice(0, 16)}`,
		after: { tables: Object.keys(tables).length, events: tables.event_log?.length ?? 0 }
	});
	return { agent, exportedAt: new Date(ctx.now()).toISOString(), tables };
}

/** Lists and objects are kept as JSON texts. */
function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}
