export type Target = 'service-level' | 'asa' | 'abandonment' | 'occupancy' | 'deadline';

export type QueueFacts = {
	id: string;
	name: string;
	channel: string;
	serviceLevelShare: number;
	thresholdSeconds: number;
	patienceSeconds: number | null;
	concurrency: number;
	people: number;
	bots: { share: number; containment: number } | null;
	waiting: number;
};

/** A queue's terms as they were sent. */
export type QueueRequest = {
	target?: Target;
	serviceLevelShare?: number;
	thresholdSeconds?: number;
	maxAsaSeconds?: number;
	maxAbandonment?: number;
	patienceSeconds?: number | null;
	ahtSeconds?: number | null;
	concurrency?: number;
	maxOccupancy?: number | null;
	minimumAgents?: number;
	bots?: { share: number; containment: number } | null;
	backlogContacts?: number;
};

/** A queue's terms as the form holds them: percentages as people type them, null where left empty. */
export type TermsRow = {
	id: string;
	name: string;
	facts: QueueFacts;
	target: Target;
	sharePercent: number | null;
	thresholdSeconds: number | null;
	maxAsaSeconds: number | null;
	maxAbandonmentPercent: number | null;
	/** The target, or the cap where it differs from the plan's. */
	maxOccupancyPercent: number | null;
	/** Null: nobody abandons. */
	patienceSeconds: number | null;
	/** Null: the forecast's. */
	ahtSeconds: number | null;
	concurrency: number | null;
	/** Null: the plan's. */
	minimumAgents: number | null;
	/** Null: as in the history. */
	botSharePercent: number | null;
	botContainmentPercent: number | null;
	/** Null: what waits now. */
	backlogContacts: number | null;
};

const DEFERRED_FROM_SECONDS = 3_600;
const percent = (share: number | null | undefined): number | null =>
	share === null || share === undefined ? null : Math.round(share * 1000) / 10;

/** As the queue is set up, or as a plan that is copied had it. */
export function toTermsRow(facts: QueueFacts, asked: QueueRequest = {}): TermsRow {
	const thresholdSeconds = asked.thresholdSeconds ?? facts.thresholdSeconds;
	const isLetter = facts.channel === 'email' || facts.channel === 'social';
	return {
		id: facts.id,
		name: facts.name,
		facts,
		target:
			asked.target ?? (isLetter && thresholdSeconds >= DEFERRED_FROM_SECONDS ? 'deadline' : 'service-level'),
		sharePercent: percent(asked.serviceLevelShare ?? facts.serviceLevelShare),
		thresholdSeconds,
		maxAsaSeconds: asked.maxAsaSeconds ?? 30,
		maxAbandonmentPercent: percent(asked.maxAbandonment ?? 0.05),
		maxOccupancyPercent: percent(asked.maxOccupancy),
		patienceSeconds: asked.patienceSeconds === undefined ? facts.patienceSeconds : asked.patienceSeconds,
		ahtSeconds: asked.ahtSeconds ?? null,
		concurrency: asked.concurrency ?? facts.concurrency,
		minimumAgents: asked.minimumAgents ?? null,
		botSharePercent: percent(asked.bots?.share),
		botContainmentPercent: percent(asked.bots?.containment),
		backlogContacts: asked.backlogContacts ?? null
	};
}

/** What is sent; a field left empty falls back to the queue's own set-up, but patience, whose absence means something. */
export function toTerms(row: TermsRow): QueueRequest {
	const { target } = row;
	const shares = row.botSharePercent !== null || row.botContainmentPercent !== null;
	return {
		target,
		...(row.sharePercent !== null && { serviceLevelShare: row.sharePercent / 100 }),
		...(row.thresholdSeconds !== null && { thresholdSeconds: row.thresholdSeconds }),
		...(target === 'asa' && row.maxAsaSeconds !== null && { maxAsaSeconds: row.maxAsaSeconds }),
		...(target === 'abandonment' &&
			row.maxAbandonmentPercent !== null && { maxAbandonment: row.maxAbandonmentPercent / 100 }),
		...(row.maxOccupancyPercent !== null && { maxOccupancy: row.maxOccupancyPercent / 100 }),
		patienceSeconds: row.patienceSeconds,
		ahtSeconds: row.ahtSeconds,
		...(row.concurrency !== null && { concurrency: row.concurrency }),
		...(row.minimumAgents !== null && { minimumAgents: row.minimumAgents }),
		...(shares && {
			bots: {
				share: row.botSharePercent === null ? (row.facts.bots?.share ?? 1) : row.botSharePercent / 100,
				containment:
					row.botContainmentPercent === null
						? (row.facts.bots?.containment ?? 0)
						: row.botContainmentPercent / 100
			}
		}),
		...(row.backlogContacts !== null && target === 'deadline' && { backlogContacts: row.backlogContacts })
	};
}
