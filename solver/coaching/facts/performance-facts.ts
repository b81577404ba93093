import type { CountColumn, DayColumn, SumColumn } from './fact-columns.ts';

export interface FactAgent {
	id: string;
	/** Days of service on day 0 of the facts; null = not known: taken as experienced. */
	tenureDays: number | null;
	languages?: readonly string[];
	team?: string | null;
}

/**
 * What agents did, a row for each agent × day × queue × channel × intent × hour band, as columns: 1,000 agents for 90
 * days are some 700,000 rows and 70 MB. Typed arrays pass to a worker without being copied by value.
 */
export interface PerformanceFacts {
	agents: FactAgent[];
	/** Number of days; day 0 is the oldest. */
	days: number;
	queues: string[];
	channels: string[];
	/** The first may stand for "not known". */
	intents: string[];
	/** Parts of the day, weekdays and weekends apart where the caller wants so. */
	bands: string[];
	rows: number;
	agent: Uint32Array;
	day: Uint16Array;
	queue: Uint16Array;
	channel: Uint8Array;
	intent: Uint16Array;
	band: Uint8Array;
	counts: Record<CountColumn, Uint16Array>;
	sums: Record<SumColumn, Float32Array>;
	/** Adherence and evaluations, a row for each agent and day. */
	agentDays: { rows: number; agent: Uint32Array; day: Uint16Array; values: Record<DayColumn, Float32Array> };
}
