import type { Channel, ServiceLevelVariant } from '#lib/contracts/terms.ts';
import type { OpeningHours } from '../db/schema/sites.ts';

/** What the live engine has to know of the centre's set-up. */
export interface CentreConfig {
	site: { id: string; name: string; timeZone: string; openingHours?: OpeningHours };
	queues: QueueConfig[];
	agents: AgentConfig[];
}

export interface QueueConfig {
	id: string;
	name: string;
	channel: Channel;
	skillId: string | null;
	variant: ServiceLevelVariant;
	serviceLevelShare: number;
	thresholdSeconds: number;
	shortAbandonSeconds: number;
	concurrency: number;
	isDemo: boolean;
	isDiscovered: boolean;
	/** Null: the site's. */
	openingHours?: OpeningHours | null;
}

export interface AgentConfig {
	id: string;
	name: string;
	team: string | null;
	skills: string[];
	/** Queues served by the latest confirmed action; null: those whose skill the agent has. */
	assigned: string[] | null;
	isDemo: boolean;
}
