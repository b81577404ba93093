// The field's words that both sides, the database and the events share.

export const CHANNELS = ['voice', 'chat', 'messaging', 'email', 'social'] as const;
export type Channel = (typeof CHANNELS)[number];

export const AGENT_STATES = [
	'available',
	'offered',
	'handling',
	'wrap',
	'break',
	'lunch',
	'training',
	'meeting',
	'offline'
] as const;
export type AgentState = (typeof AGENT_STATES)[number];

export const PARTIES = ['customer', 'agent', 'bot'] as const;
export type Party = (typeof PARTIES)[number];

export const VISIT_OUTCOMES = ['waiting', 'answered', 'abandoned', 'flowed-out'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** The five readings of service level; formulas in service-level.ts. */
export const SERVICE_LEVEL_VARIANTS = [
	'of-offered',
	'of-answered',
	'answered-or-abandoned',
	'less-abandons-in-threshold',
	'less-short-abandons'
] as const;
export type ServiceLevelVariant = (typeof SERVICE_LEVEL_VARIANTS)[number];

export const ROLES = ['admin', 'planner', 'supervisor', 'agent'] as const;
export type Role = (typeof ROLES)[number];
