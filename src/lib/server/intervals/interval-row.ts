export const INTERVAL_COLUMNS = [
	'queue',
	'intervalStart',
	'offered',
	'answered',
	'abandoned',
	'answeredInThreshold',
	'abandonedInThreshold',
	'shortAbandoned',
	'serviceLevel',
	'asaSeconds',
	'ahtSeconds',
	'talkSeconds'
] as const;

export interface IntervalRow {
	queue: string;
	/** ISO 8601, UTC. */
	intervalStart: string;
	offered: number;
	answered: number;
	abandoned: number;
	answeredInThreshold: number;
	abandonedInThreshold: number;
	shortAbandoned: number;
	serviceLevel: number | null;
	asaSeconds: number | null;
	ahtSeconds: number | null;
	talkSeconds: number | null;
}
