import type { InValue } from '@libsql/client';
import type { Channel, ServiceLevelVariant } from '#lib/contracts/terms.ts';
import type { Context } from '../context.ts';
import { sites, type OpeningHours } from '../db/schema/index.ts';
import type { AgentConfig, CentreConfig, QueueConfig } from './config.ts';
import { readJson } from './stored-folds.ts';

type QueueValues = [
	id: string,
	name: string,
	channel: Channel,
	skillId: string | null,
	variant: ServiceLevelVariant,
	share: number,
	thresholdSeconds: number,
	shortAbandonSeconds: number,
	concurrency: number,
	isDemo: number,
	isDiscovered: number,
	openingHours: string | null
];
type AgentValues = [id: string, name: string, team: string | null, isDemo: number];

/** The set-up as it is stored. Before the first run has named a site, events count in UTC. */
export async function loadConfig(ctx: Context): Promise<CentreConfig> {
	const [siteRows, queues, agents] = await Promise.all([
		ctx.db.orm.select().from(sites),
		readQueues(ctx, 'true', []),
		readAgents(ctx, 'true', [])
	]);
	const site = siteRows[0];
	return {
		site: {
			id: site?.id ?? 'main',
			name: site?.name ?? 'Marea',
			timeZone: site?.timeZone ?? 'UTC',
			openingHours: site?.openingHours ?? []
		},
		queues,
		agents
	};
}

const AMONG = 'id IN (SELECT value FROM json_each(?))';

/** Queues and agents that events have just made. */
export async function loadFound(
	ctx: Context,
	queueIds: readonly string[],
	agentIds: readonly string[]
): Promise<Pick<CentreConfig, 'queues' | 'agents'>> {
	const [queues, agents] = await Promise.all([
		readQueues(ctx, AMONG, [JSON.stringify(queueIds)]),
		readAgents(ctx, AMONG, [JSON.stringify(agentIds)])
	]);
	return { queues, agents };
}

async function readQueues({ db }: Context, where: string, args: InValue[]): Promise<QueueConfig[]> {
	const rows = await readJson<QueueValues>(
		db.client,
		`id, name, channel, skill_id, service_level_variant, service_level_share, service_level_threshold_seconds, short_abandon_seconds, concurrency, is_demo, is_discovered, opening_hours))
			FROM (SELECT * FROM queues WHERE ${where} ORDER BY rowid LIMIT -1)`,
		args
	);
	return rows.map(
		([
			id,
			name,
			channel,
			skillId,
			variant,
			serviceLevelShare,
			thresholdSeconds,
			shortAbandonSeconds,
			concurrency,
			isDemo,
			isDiscovered,
			openingHours
		]) => ({
			id,
			name,
			channel,
			skillId,
			variant,
			serviceLevelShare,
			thresholdSeconds,
			shortAbandonSeconds,
			concurrency,
			isDemo: isDemo === 1,
			isDiscovered: isDiscovered === 1,
			openingHours: openingHours === null ? null : (JSON.parse(openingHours) as OpeningHours)
		})
	);
}

async function readAgents({ db }: Context, where: string, args: InValue[]): Promise<AgentConfig[]> {
	const rows = await readJson<AgentValues>(
		db.client,
		`id, name, team, is_demo)) FROM (SELECT agents.id, agents.name, agents.is_demo, (SELECT name FROM teams WHERE id = team_id) AS team
			FROM agents WHERE ${where} ORDER BY agents.rowid LIMIT -1)`,
		args
	);
	const skillRows = await readJson<[agent: string, skill: string]>(
		db.client,
		`agent_id, skill_id)) FROM (SELECT agent_id, skill_id FROM agent_skills WHERE agent_id IN (SELECT id FROM agents WHERE ${where}) ORDER BY rowid LIMIT -1)`,
		args
	);
	const skillsOf = new Map<string, string[]>();
	for (const [agent, skill] of skillRows) {
		const skills = skillsOf.get(agent);
		if (skills) skills.push(skill);
		else skillsOf.set(agent, [skill]);
	}
	const assignedOf = new Map(
		await readJson<[agent: string, queues: string]>(
			db.client,
			`agent, queues)) FROM (SELECT payload ->> 'agent' AS agent, payload ->> 'queues' AS queues, max(requested_at)
				FROM commands WHERE kind = 'agent.queues' AND state = 'confirmed' GROUP BY subject LIMIT -1)`,
			[]
		)
	);
	return rows.map(([id, name, team, isDemo]) => ({
		id,
		name,
		team,
		skills: skillsOf.get(id) ?? [],
		assigned: assignedOf.has(id) ? (JSON.parse(assignedOf.get(id)!) as string[]) : null,
		isDemo: isDemo === 1
	}));
}
