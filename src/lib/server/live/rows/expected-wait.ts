import type { Eligible } from './serving-agents.ts';

/** Places at the agents who can serve a queue: one who serves n queues counts 1/n, a chat agent once per slot. */
export function servingSlots({ staffedByQueues }: Eligible, concurrency: number): number {
	let slots = 0;
	// In one order, so that the same agents always give the same sum.
	for (const queueCount of [...staffedByQueues.keys()].sort((a, b) => a - b))
		slots += (staffedByQueues.get(queueCount)! * concurrency) / queueCount;
	return slots;
}

/**
 * Expected wait of a contact that enters now: its position × the mean time between releases of the agents who
 * can serve the queue (AHT / places). Null when nobody staffed can serve it or the handle time is not known.
 */
export function expectedWait(input: {
	waiting: number;
	ahtSeconds: number | null;
	concurrency: number;
	agents: Eligible;
}): number | null {
	const { available, staffedByQueues } = input.agents;
	if (staffedByQueues.size === 0 || !input.ahtSeconds) return null;
	if (available > 0 && input.waiting === 0) return 0;
	return ((input.waiting + 1) * input.ahtSeconds) / servingSlots(input.agents, input.concurrency);
}
