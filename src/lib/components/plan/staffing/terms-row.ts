/** A queue's targets as the form holds them: percentages as people type them, null where left empty. */
export type TermsRow = {
	id: string;
	name: string;
	sharePercent: number | null;
	thresholdSeconds: number | null;
	/** Null: nobody abandons. */
	patienceSeconds: number | null;
	/** Null: the forecast's. */
	ahtSeconds: number | null;
	concurrency: number | null;
};

export type QueueTargets = {
	id: string;
	name: string;
	serviceLevelShare: number;
	thresholdSeconds: number;
	patienceSeconds: number | null;
	concurrency: number;
};

/** As the queue is set up. */
export const toTermsRow = (queue: QueueTargets): TermsRow => ({
	id: queue.id,
	name: queue.name,
	sharePercent: Math.round(queue.serviceLevelShare * 1000) / 10,
	thresholdSeconds: queue.thresholdSeconds,
	patienceSeconds: queue.patienceSeconds,
	ahtSeconds: null,
	concurrency: queue.concurrency
});

/** What is sent; a field left empty falls back to the queue's own set-up, but patience, whose absence means something. */
export const toTerms = (row: TermsRow) => ({
	...(row.sharePercent !== null && { serviceLevelShare: row.sharePercent / 100 }),
	...(row.thresholdSeconds !== null && { thresholdSeconds: row.thresholdSeconds }),
	patienceSeconds: row.patienceSeconds,
	ahtSeconds: row.ahtSeconds,
	...(row.concurrency !== null && { concurrency: row.concurrency })
});
