import type { PromiseRow } from '#lib/contracts/balance.ts';

export const PROMISE_COLUMNS = [
	'promise',
	'queue',
	'queueName',
	'acceptedAt',
	'acceptedBy',
	'origin',
	'arrivals',
	'departures',
	'dueAt',
	'before',
	'after',
	'afterLow',
	'afterHigh',
	'measured',
	'offered',
	'outcome',
	'why',
	'reason',
	'dayChanges'
] as const satisfies (keyof PromiseRow)[];

export const promiseCells = (row: PromiseRow): unknown[] =>
	PROMISE_COLUMNS.map((column) =>
		column === 'acceptedAt' || column === 'dueAt' ? new Date(row[column]).toISOString() : row[column]
	);
