import { openDatabase } from '#lib/server/db/open-database.ts';
import { busyConfig, type FloorSize } from './busy-floor.ts';

const AGENTS_PER_TEAM = 20;

/** Sets up a centre of this size in a new database: every queue asks for a skill of its own, every agent has two of them. */
export async function seedBusyCentre(url: string, size: FloorSize): Promise<void> {
	const { queues, agents } = busyConfig(size);
	const db = await openDatabase(url, 'drizzle');
	const teams = Array.from({ length: Math.ceil(agents.length / AGENTS_PER_TEAM) }, (_, i) => `team ${i + 1}`);
	const skills = agents.flatMap(({ id }, i) => [
		[id, `s${i % queues.length}`],
		[id, `s${(i + 1) % queues.length}`]
	]);
	const fill = (sql: string, rows: unknown[]) => ({ sql, args: [JSON.stringify(rows)] });
	await db.client.batch(
		[
			`INSERT INTO sites (id, name, time_zone, opening_hours, is_demo, created_at) VALUES ('main', 'Busy', 'UTC', '[]', 0, 0)`,
			fill(
				`INSERT INTO skills (id, name) SELECT value, value FROM json_each(?)`,
				queues.map((_, i) => `s${i}`)
			),
			fill(
				`INSERT INTO queues (id, site_id, name, channel, skill_id, created_at)
				SELECT value ->> 0, 'main', value ->> 0, 'voice', value ->> 1, 0 FROM json_each(?)`,
				queues.map(({ id }, i) => [id, `s${i}`])
			),
			fill(`INSERT INTO teams (id, site_id, name) SELECT value, 'main', value FROM json_each(?)`, teams),
			fill(
				`INSERT INTO agents (id, site_id, team_id, name, created_at)
				SELECT value ->> 0, 'main', value ->> 1, value ->> 0, 0 FROM json_each(?)`,
				agents.map(({ id }, i) => [id, teams[Math.floor(i / AGENTS_PER_TEAM)]])
			),
			fill(
				`INSERT INTO agent_skills (agent_id, skill_id) SELECT DISTINCT value ->> 0, value ->> 1 FROM json_each(?)`,
				skills
			)
		],
		'write'
	);
	db.close();
}
