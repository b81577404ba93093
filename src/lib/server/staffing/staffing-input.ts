import { z } from 'zod';
import { fraction, positiveSeconds, seconds, wholeNumber } from './fields.ts';
import { OutboundBlock } from './outbound-block.ts';
import { ShrinkageList } from './shrinkage-item.ts';

/** What a queue's number of agents is found from. `deadline`: letters, each done within the threshold. */
export const TARGETS = ['service-level', 'asa', 'abandonment', 'occupancy', 'deadline'] as const;
export type Target = (typeof TARGETS)[number];

/** What differs from the queue's own set-up. */
const Terms = z.object({
	target: z.enum(TARGETS).optional(),
	serviceLevelShare: fraction().optional(),
	/** Of the service level, or the deadline of letters. */
	thresholdSeconds: seconds.optional(),
	maxAsaSeconds: positiveSeconds.optional(),
	maxAbandonment: fraction().optional(),
	/** Null: nobody abandons (Erlang C). */
	patienceSeconds: positiveSeconds.nullable().optional(),
	/** In place of the forecast's. */
	ahtSeconds: positiveSeconds.nullable().optional(),
	concurrency: wholeNumber(1, 20).optional(),
	maxOccupancy: fraction({ to1: true }).nullable().optional(),
	minimumAgents: wholeNumber(0, 10_000).optional(),
	/** Of the contacts that begin, the share that a bot takes first, and of those the share that it closes. */
	bots: z
		.object({ share: fraction({ from0: true, to1: true }), containment: fraction({ from0: true }) })
		.nullable()
		.optional(),
	/** Letters that wait when the plan begins, in place of those waiting now. */
	backlogContacts: z.number().min(0).max(1e7).optional()
});

export const StaffingInput = z.object({
	name: z.string().trim().min(1, 'give the plan a name').max(120),
	forecastId: z.string(),
	/** Whether a target holds in each interval, or over each day by contacts. */
	scope: z.enum(['interval', 'day']).default('interval'),
	/** One share of paid time, or by kind. */
	shrinkage: z
		.preprocess(
			(value) => (typeof value === 'number' ? [{ kind: 'all', share: value }] : value),
			ShrinkageList
		)
		.default([]),
	maxOccupancy: fraction({ to1: true }).nullable().default(null),
	minimumAgents: wholeNumber(0, 10_000).default(0),
	/** Used where neither the forecast nor the terms know one. */
	defaultAhtSeconds: positiveSeconds.default(240),
	terms: z.record(z.string(), Terms).default({}),
	outbound: z.array(OutboundBlock).max(100, 'at most 100 blocks').default([]),
	/** Share people between the queues they can take; left out: where there are agents. */
	pool: z.boolean().optional(),
	/** Simulated days for the chance of meeting the targets; 0: not checked. */
	replications: wholeNumber(0, 2_000).default(300),
	seed: wholeNumber(0, 2 ** 31 - 1).default(1)
});
export type StaffingInput = z.input<typeof StaffingInput>;
export type StaffingRequest = z.output<typeof StaffingInput>;
