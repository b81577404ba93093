import type { Right } from '#lib/contracts/rights.ts';

/** The kinds of long work: what starting and seeing one needs. The worker runs `jobs/kinds/KIND.ts`. */
export const JOB_KINDS = {
	forecast: { start: 'forecast.compute', see: 'forecast.view' },
	staffing: { start: 'staffing.compute', see: 'staffing.view' },
	'staffing-check': { start: 'staffing.compute', see: 'staffing.view' },
	capacity: { start: 'capacity.manage', see: 'capacity.view' },
	intents: { start: 'settings.manage', see: 'settings.view' },
	coaching: { start: 'coaching.compute', see: 'coaching.view' },
	roster: { start: 'roster.compute', see: 'roster.view' },
	'day-plan': { start: 'day.replan', see: 'day.replan' }
} as const satisfies Record<string, { start: Right; see: Right }>;
export type JobKind = keyof typeof JOB_KINDS;

export interface JobRequest {
	kind: JobKind;
	/** Kept with the job: which queues, which days, which parameters. Plain JSON. */
	input: unknown;
	/** What the worker computes from; copied to it, not kept. */
	payload: unknown;
	/** Stores what the worker returned, and says where it can be seen. */
	finish(result: unknown): Promise<unknown>;
}

/** What the worker sends while it works. */
export type WorkerMessage =
	| { type: 'progress'; progress: number; message: string | null }
	| { type: 'done'; result: unknown }
	| { type: 'failed'; error: string };

/** Given to a piece of work inside the worker. */
export interface WorkTools {
	/** @param progress 0–1 */
	report(progress: number, message?: string): void;
	/** True once the planner has asked to stop: return the best so far. */
	shouldStop(): boolean;
	/** Milliseconds of a clock that only runs forward. */
	now(): number;
}

/** Default export of kinds/KIND.ts. Null: stopped, and nothing worth keeping. */
export type Work = (payload: unknown, tools: WorkTools) => Promise<unknown>;
