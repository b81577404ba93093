import type { AgentRow } from '#lib/contracts/live.ts';

const STAFFED = new Set(['available', 'offered', 'handling', 'wrap']);

/**
 * Expected wait of a contact that enters now: its position × the mean time between releases of the agents who
 * can serve the queue. An agent who serves n queues counts 1/n, a chat agent once per slot.
 * Null when nobody staffed can serve it or the handle time is not known.
 */
export function expectedWait(input: {
	waiting: number;
	ahtSeconds: number | null;
	concurrency: number;
	/** Agents with the queue's skill, and how many queues each can serve. */
	agents: { row: AgentRow; queueCount: number }[];
}): number | null {
	const staffed = input.agents.filter(({ row }) => row.state !== null && STAFFED.has(row.state));
	if (staffed.length === 0 || !input.ahtSeconds) return null;
	const isIdle = staffed.some(({ row }) => row.state === 'available');
	if (isIdle && input.waiting === 0) return 0;
	const slots = staffed.reduce((sum, { queueCount }) => sum + input.concurrency / Math.max(1, queueCount), 0);
	return ((input.waiting + 1) * input.ahtSeconds) / slots;
}
