import type { Context } from '../context.ts';

/** Columns that hold an agent's id without being tied to the table of agents. */
export const LOOSE_COLUMNS: readonly [table: string, column: string][] = [
	['coaching_evidence', 'agent_id'],
	['suggestions', 'subject'],
	['suggestions', 'answered_by']
];

/** JSON texts in which an agent may be named, of tables whose key is `id`. */
export const JSON_COLUMNS: readonly [table: string, column: string][] = [
	['coaching_findings', 'mentors'],
	['coaching_sessions', 'evidence'],
	['quality_calibrations', 'contacts'],
	['commands', 'payload'],
	['notices', 'about'],
	['suggestions', 'reasons'],
	['deliveries', 'payload'],
	['balance_promises', 'moves'],
	// Of rosters and of proposals for a day: everybody who could be planned, by name.
	['rosters', 'problem'],
	['rosters', 'result'],
	['roster_edits', 'before'],
	['roster_edits', 'after'],
	['roster_edits', 'broken_rules'],
	['publications', 'detail'],
	['jobs', 'result']
];

/** Words about or by the agent, in statements of ?1 (id), ?2 (what stands there instead) and ?3 (now). */
export const WORDS: readonly string[] = [
	`UPDATE coaching_sessions SET notes = '' WHERE agent_id = ?1`,
	`UPDATE coaching_comments SET text = ?2 WHERE agent_id = ?1`,
	`UPDATE coaching_kudos SET text = ?2 WHERE agent_id = ?1`,
	`UPDATE quality_evaluations SET comment = '' WHERE agent_id = ?1`,
	`UPDATE quality_evaluations SET answers = (SELECT json_group_object(key, json_set(value, '$.note', '')) FROM json_each(answers)) WHERE agent_id = ?1`,
	`UPDATE quality_disputes SET reason = ?2, answer = '' WHERE evaluation_id IN (SELECT id FROM quality_evaluations WHERE agent_id = ?1)`,
	// Of an offer to others as well its note goes on being theirs.
	`UPDATE offers SET note = ?2 WHERE note IS NOT NULL AND id IN (SELECT offer_id FROM offer_agents GROUP BY offer_id HAVING count(*) = 1 AND max(agent_id) = ?1)`,
	`UPDATE schedule_changes SET reason = ?2 WHERE agent_id = ?1`,
	`UPDATE adherence_excuses SET reason = ?2 WHERE agent_id = ?1`,
	`UPDATE leave_requests SET note = '', reason = NULL WHERE agent_id = ?1`,
	`UPDATE availabilities SET note = '', reason = NULL WHERE agent_id = ?1`,
	`UPDATE swap_offers SET note = '', reason = NULL WHERE agent_id = ?1 OR taken_by = ?1`,
	`UPDATE commands SET reason = NULL, answer = NULL WHERE subject = 'agent:' || ?1`,
	// What was planned for somebody who is no longer there.
	`DELETE FROM shifts WHERE agent_id = ?1 AND start_at > ?3`,
	`DELETE FROM schedule_changes WHERE agent_id = ?1 AND from_at > ?3`,
	`DELETE FROM leave_requests WHERE agent_id = ?1 AND from_at > ?3`,
	`DELETE FROM swap_offers WHERE state IN ('open', 'accepted') AND (agent_id = ?1 OR taken_by = ?1 OR to_agent_id = ?1) AND start_at > ?3`,
	`DELETE FROM swap_candidates WHERE agent_id = ?1`,
	`DELETE FROM availabilities WHERE agent_id = ?1`,
	`DELETE FROM roster_wishes WHERE agent_id = ?1`,
	`DELETE FROM leave_allowances WHERE agent_id = ?1`,
	`DELETE FROM offer_agents WHERE agent_id = ?1 AND from_at > ?3`,
	`DELETE FROM coaching_sessions WHERE agent_id = ?1 AND state = 'planned'`,
	`DELETE FROM coaching_mutes WHERE agent_id = ?1`,
	`DELETE FROM agent_skills WHERE agent_id = ?1`,
	// The account, with its sessions, notices and calendar address.
	`DELETE FROM users WHERE agent_id = ?1`
];

/** Every column that is tied to the table of agents: a table that is added later is found as well. */
export async function tiedColumns({ db: { client } }: Context): Promise<{ table: string; column: string }[]> {
	const { rows } = await client.execute(
		`SELECT t.name AS name, f."from" AS "column" FROM sqlite_master AS t, pragma_foreign_key_list(t.name) AS f
			WHERE t.type = 'table' AND f."table" = 'agents'`
	);
	return rows.map((row) => ({ table: String(row.name), column: String(row.column) }));
}
