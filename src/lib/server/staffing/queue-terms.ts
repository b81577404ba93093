import type { Channel } from '#lib/contracts/terms.ts';
import type { OutboundBlock } from './outbound-block.ts';
import type { ShrinkageItem } from './shrinkage-item.ts';
import type { StaffingRequest, Target } from './staffing-input.ts';

export interface Bots {
	share: number;
	containment: number;
}

/** What a queue was planned with. */
export interface QueueTerms {
	channel: Channel;
	target: Target;
	serviceLevelShare: number;
	thresholdSeconds: number;
	maxAsaSeconds: number | null;
	maxAbandonment: number | null;
	patienceSeconds: number | null;
	/** In place of the forecast's. */
	ahtSeconds: number | null;
	concurrency: number;
	/** Mean over the plan; by kind and hour it is in PlanTerms. */
	shrinkage: number;
	maxOccupancy: number | null;
	minimumAgents: number;
	defaultAhtSeconds: number;
	/** Bots as planned, and as they were while the forecast's history came about; null: as in the history. */
	bots: { planned: Bots; before: Bots } | null;
	/** Letters waiting when the plan begins. */
	backlogContacts: number;
	/** Contacts that were expected of the whole plan; a forecast may be changed afterwards. */
	offered: number;
}

/** What holds for a plan as a whole. */
export interface PlanTerms {
	scope: 'interval' | 'day';
	shrinkage: ShrinkageItem[];
	outbound: OutboundBlock[];
	/** Local dates on which an outbound block would have run, but for a closed queue. */
	skipped: { block: string; dates: string[] }[];
	seed: number;
	/** As it was asked for, so that it can be copied and changed. */
	request: StaffingRequest | null;
}
