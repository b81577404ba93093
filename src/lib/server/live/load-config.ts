import type { Context } from '../context.ts';
import { agents, agentSkills, queues, sites, teams } from '../db/schema/index.ts';
import type { CentreConfig } from './config.ts';

/** The set-up as it is stored. Before the first run has named a site, events count in UTC. */
export async function loadConfig({ db }: Context): Promise<CentreConfig> {
	const [siteRows, queueRows, agentRows, teamRows, skillRows] = await Promise.all([
		db.orm.select().from(sites),
		db.orm.select().from(queues),
		db.orm.select().from(agents),
		db.orm.select().from(teams),
		db.orm.select().from(agentSkills)
	]);
	const skillsOf = new Map<string, string[]>();
	for (const { agentId, skillId } of skillRows)
		skillsOf.set(agentId, [...(skillsOf.get(agentId) ?? []), skillId]);
	const teamNames = new Map(teamRows.map((team) => [team.id, team.name]));
	const site = siteRows[0];
	return {
		site: { id: site?.id ?? 'main', name: site?.name ?? 'Marea', timeZone: site?.timeZone ?? 'UTC' },
		queues: queueRows.map((queue) => ({
			id: queue.id,
			name: queue.name,
			channel: queue.channel,
			skillId: queue.skillId,
			variant: queue.serviceLevelVariant,
			serviceLevelShare: queue.serviceLevelShare,
			thresholdSeconds: queue.serviceLevelThresholdSeconds,
			shortAbandonSeconds: queue.shortAbandonSeconds,
			concurrency: queue.concurrency,
			isDemo: queue.isDemo,
			isDiscovered: queue.isDiscovered
		})),
		agents: agentRows.map((agent) => ({
			id: agent.id,
			name: agent.name,
			team: agent.teamId ? (teamNames.get(agent.teamId) ?? null) : null,
			skills: skillsOf.get(agent.id) ?? [],
			isDemo: agent.isDemo
		}))
	};
}
