import type { StoredCheck } from './stored-check.ts';
import type { StaffingGroup } from './skill-groups.ts';
import type { PlanTerms, QueueTerms } from './queue-terms.ts';

/** One queue's forecast on the plan's instants; null where the forecast has no interval. */
export interface QueueWork {
	id: string;
	name: string;
	terms: QueueTerms;
	priority: number;
	/** Whether the forecast has the interval. */
	isPlanned: boolean[];
	offered: number[];
	p10: number[];
	p90: number[];
	ahtSeconds: number[];
	/** Whether its door is open. */
	isOpen: boolean[];
	/** Letters waiting at the beginning, by when they are due. */
	backlog: { contacts: number; dueInSeconds: number }[];
}

/** What the worker computes a plan from. Every series has one value an instant. */
export interface StaffingWork {
	intervalSeconds: number;
	instants: number[];
	/** Local days since 1970-01-01. */
	days: number[];
	/** 0 = Sunday. */
	weekdays: number[];
	/** Local minutes after midnight. */
	minutes: number[];
	queues: QueueWork[];
	terms: PlanTerms;
	/** Null: queue by queue. */
	groups: StaffingGroup[] | null;
	replications: number;
}

export interface PlannedInterval {
	startAt: number;
	agents: number;
	agentsWithShrinkage: number;
	pooledAgents: number | null;
	serviceLevel: number | null;
	asaSeconds: number | null;
	abandonment: number | null;
	occupancy: number | null;
}

export interface PlannedGroup extends StaffingGroup {
	/** One an instant; letters and outbound calls included. */
	agents: number[];
	agentsWithShrinkage: number[];
}

export interface StaffingResult {
	queues: { id: string; intervals: PlannedInterval[] }[];
	groups: PlannedGroup[] | null;
	check: StoredCheck | null;
}
