import type { InStatement } from '@libsql/client';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';

export interface NewAgent {
	id: string;
	name: string;
	team: string | null;
	skills: { skill: string; proficiency: number }[];
	minHoursPerWeek: number;
	maxHoursPerWeek: number;
}

const REST_HOURS = 12;

/** Contracts with equal hours are one contract. */
const contractId = ({ minHoursPerWeek: min, maxHoursPerWeek: max }: NewAgent): string =>
	`hours-${min}-${max}`;

/** Writes agents with their team, skills and contract; one that is there already takes the new values. */
export async function writeAgents(
	ctx: Context,
	actor: Actor,
	action: string,
	people: readonly NewAgent[]
): Promise<void> {
	const at = ctx.now();
	const statements: InStatement[] = [
		{
			sql: `INSERT INTO sites (id, name, time_zone, opening_hours, is_demo, created_at) SELECT 'main', 'Marea', 'UTC', '[]', 0, ?
				WHERE NOT EXISTS (SELECT 1 FROM sites)`,
			args: [at]
		}
	];
	for (const team of new Set(people.flatMap((person) => person.team ?? [])))
		statements.push({
			sql: `INSERT INTO teams (id, site_id, name) SELECT ?1, id, ?1 FROM sites LIMIT 1 ON CONFLICT DO NOTHING`,
			args: [team]
		});
	for (const skill of new Set(people.flatMap((person) => person.skills.map(({ skill }) => skill))))
		statements.push({
			sql: 'INSERT INTO skills (id, name) VALUES (?1, ?1) ON CONFLICT DO NOTHING',
			args: [skill]
		});
	for (const person of new Map(people.map((person) => [contractId(person), person])).values())
		statements.push({
			sql: `INSERT INTO contracts (id, name, min_hours_per_week, max_hours_per_week, max_hours_per_day, min_rest_hours, max_consecutive_days, min_days_off_per_week)
				VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING`,
			args: [
				contractId(person),
				`${person.minHoursPerWeek}–${person.maxHoursPerWeek} h`,
				person.minHoursPerWeek,
				person.maxHoursPerWeek,
				9,
				REST_HOURS,
				6,
				1
			]
		});
	for (const person of people) {
		statements.push(
			{
				sql: `INSERT INTO agents (id, site_id, team_id, contract_id, name, created_at) SELECT ?, id, ?, ?, ?, ? FROM sites LIMIT 1
					ON CONFLICT (id) DO UPDATE SET team_id = excluded.team_id, contract_id = excluded.contract_id, name = excluded.name, is_discovered = 0`,
				args: [person.id, person.team, contractId(person), person.name, at]
			},
			{ sql: 'DELETE FROM agent_skills WHERE agent_id = ?', args: [person.id] },
			...person.skills.map(({ skill, proficiency }) => ({
				sql: 'INSERT INTO agent_skills (agent_id, skill_id, proficiency) VALUES (?,?,?)',
				args: [person.id, skill, proficiency]
			}))
		);
	}
	const { sql, params } = recordAudit(ctx, actor, {
		action,
		subject: 'agents',
		after: { count: people.length }
	}).toSQL();
	statements.push({ sql, args: params as (string | number | null)[] });
	await ctx.db.client.batch(statements, 'write');
}
