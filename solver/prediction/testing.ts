import type { PresentAgent, PresentFloor, PresentQueue, StepCounts } from './present.ts';

/** A steady queue of which everything is known: the textbook's. */
export const steadyQueue = (over: Partial<PresentQueue> = {}): PresentQueue => ({
	id: 'q',
	thresholdSeconds: 20,
	shortAbandonSeconds: 5,
	targetShare: 0.8,
	priority: 1,
	concurrency: 1,
	waitingSeconds: [],
	arrivals: new Array<number>(12).fill(10),
	usualArrivals: null,
	levelShape: 1e9,
	handle: { meanSeconds: 240, cv: 1, meanError: 0, wrapSeconds: 30, usualSeconds: null },
	patienceSeconds: 180,
	abandonShare: 1,
	ringSeconds: 0,
	past: [],
	...over
});

export const freeAgent = (over: Partial<PresentAgent> = {}): PresentAgent => ({
	queues: [0],
	isServing: true,
	contacts: [],
	changes: [],
	pauses: null,
	...over
});

/** One queue and so many agents, all free. */
export const steadyFloor = (agents: number, over: Partial<PresentQueue> = {}): PresentFloor => ({
	queues: [steadyQueue(over)],
	agents: Array.from({ length: agents }, () => freeAgent())
});

/** An / (AN + AB). */
export const ofOffered = (
	_: number,
	{ answered, abandoned, answeredInThreshold }: StepCounts
): number | null => (answered + abandoned > 0 ? answeredInThreshold / (answered + abandoned) : null);
