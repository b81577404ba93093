import type { OutboundBlock } from './block-row.ts';
import type { ShrinkageItem } from './shrinkage-row.ts';
import type { QueueRequest } from './terms-row.ts';

/** A plan as it was asked for, to be copied and changed. */
export type PlanRequest = {
	name: string;
	forecastId: string;
	scope: 'interval' | 'day';
	shrinkage: ShrinkageItem[];
	maxOccupancy: number | null;
	minimumAgents: number;
	defaultAhtSeconds: number;
	terms: Record<string, QueueRequest>;
	outbound: OutboundBlock[];
	pool?: boolean;
	replications: number;
	seed: number;
};
