import type { Channel, ServiceLevelVariant } from '#lib/contracts/terms.ts';

/** What the live engine has to know of the centre's set-up. */
export interface CentreConfig {
	site: { id: string; name: string; timeZone: string };
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
}

export interface AgentConfig {
	id: string;
	name: string;
	team: string | null;
	skills: string[];
	isDemo: boolean;
}
