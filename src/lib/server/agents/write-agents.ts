import type { InStatement } from '@libsql/client';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { USUAL_HOURS } from '../contracts/index.ts';
import { agents, contracts } from '../db/schema/index.ts';

export interface NewAgent {
	id: string;
	name: string;
	team: string | null;
	skills: { skill: string; proficiency: number }[];
	minHoursPerWeek: number;
	maxHoursPerWeek: number;
}

/** What a contract has that is made for hours alone. */
const { minHoursPerWeek: _, maxHoursPerWeek: __, ...PLAIN } = USUAL_HOURS;

/**
 * The contract for each person: their own where it has these hours a week already, whatever else it says, else one for
 * these hours alone, which those with equal hours share. One that has been changed since is no longer that.
 */
async function contractIds({ db }: Context, people: readonly NewAgent[]): Promise<Map<string, string>> {
	const [rows, known] = await Promise.all([
		db.orm.select().from(contracts),
		db.orm.select({ id: agents.id, contractId: agents.contractId }).from(agents)
	]);
	const byId = new Map(rows.map((row) => [row.id, row]));
	const ownOf = new Map(known.map(({ id, contractId }) => [id, byId.get(contractId ?? '')]));
	const hasHours = (row: (typeof rows)[number] | undefined, person: NewAgent) =>
		row !== undefined &&
		row.archivedAt === null &&
		row.minHoursPerWeek === person.minHoursPerWeek &&
		row.maxHoursPerWeek === person.maxHoursPerWeek;
	const isPlain = (row: (typeof rows)[number]) =>
		Object.entries(PLAIN).every(([field, value]) => row[field as keyof typeof PLAIN] === value) &&
		Object.keys(row.rules).length === 0;
	return new Map(
		people.map((person) => {
			const own = ownOf.get(person.id);
			if (own && hasHours(own, person)) return [person.id, own.id];
			const name = `hours-${person.minHoursPerWeek}-${person.maxHoursPerWeek}`;
			for (let n = 1; ; n++) {
				const id = n === 1 ? name : `${name}-${n}`;
				const row = byId.get(id);
				if (!row || (hasHours(row, person) && isPlain(row))) return [person.id, id];
			}
		})
	);
}

/** Writes agents with their team, skills and contract; one that is there already takes the new values. */
export async function writeAgents(
	ctx: Context,
	actor: Actor,
	action: string,
	people: readonly NewAgent[]
): Promise<void> {
	const at = ctx.now();
	const contractOf = await contractIds(ctx, people);
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
	for (const [id, person] of new Map(people.map((person) => [contractOf.get(person.id)!, person])))
		statements.push({
			sql: `INSERT INTO contracts (id, name, min_hours_per_week, max_hours_per_week, max_hours_per_day, min_rest_hours, max_consecutive_days, min_days_off_per_week)
				VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING`,
			args: [
				id,
				`${person.minHoursPerWeek}–${person.maxHoursPerWeek} h`,
				person.minHoursPerWeek,
				person.maxHoursPerWeek,
				PLAIN.maxHoursPerDay,
				PLAIN.minRestHours,
				PLAIN.maxConsecutiveDays,
				PLAIN.minDaysOffPerWeek
			]
		});
	for (const person of people) {
		statements.push(
			{
				sql: `INSERT INTO agents (id, site_id, team_id, contract_id, name, created_at) SELECT ?, id, ?, ?, ?, ? FROM sites LIMIT 1
					ON CONFLICT (id) DO UPDATE SET team_id = excluded.team_id, contract_id = excluded.contract_id, name = excluded.name, is_discovered = 0`,
				args: [person.id, person.team, contractOf.get(person.id)!, person.name, at]
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
