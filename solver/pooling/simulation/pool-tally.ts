/** What a run counted, by cell (interval of entry × queues + queue), and how the groups spent their time. */
export interface PoolTally {
	offered: Int32Array;
	answered: Int32Array;
	/** Answered within the queue's threshold. */
	inThreshold: Int32Array;
	abandoned: Int32Array;
	/** In line at the end of the run, and beyond the threshold already: whatever becomes of them, they were not in time. */
	late: Int32Array;
	/** In line at the end of the run, all of them. */
	waiting: Int32Array;
	/** Sum over the answered. */
	waitSeconds: Float64Array;
	/** By group: agent-seconds with a contact in hand, and without one. */
	busySeconds: Float64Array;
	idleSeconds: Float64Array;
	/** By group × queue: agent-seconds of the contacts answered (a chat handled three at a time counts a third). */
	workSeconds: Float64Array;
}

export function createTally(intervals: number, queues: number, groups: number): PoolTally {
	const cells = intervals * queues;
	return {
		offered: new Int32Array(cells),
		answered: new Int32Array(cells),
		inThreshold: new Int32Array(cells),
		abandoned: new Int32Array(cells),
		late: new Int32Array(cells),
		waiting: new Int32Array(cells),
		waitSeconds: new Float64Array(cells),
		busySeconds: new Float64Array(groups),
		idleSeconds: new Float64Array(groups),
		workSeconds: new Float64Array(groups * queues)
	};
}

export function clearTally(tally: PoolTally): void {
	for (const counts of Object.values(tally) as (Int32Array | Float64Array)[]) counts.fill(0);
}
