import type { EventData } from '#lib/contracts/events.ts';
import { ERASED_WORDS } from './pseudonym.ts';

/** Fields that the folds read and that name nobody; others, which sources may add, go with the customer. */
const KEPT = new Set([
	'contact',
	'queue',
	'channel',
	'agent',
	'language',
	'intent',
	'priority',
	'bot',
	'understood',
	'party',
	'state',
	'score',
	'to',
	'turn',
	'understood',
	'resolved'
]);

/** An event's data without the customer's id and words; every count that is made of it stays the same. */
export function erasedData(data: EventData, customer: string, pseudonym: string): EventData {
	const kept: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(data)) if (KEPT.has(field)) kept[field] = value;
	if (data.customer !== undefined) kept.customer = data.customer === customer ? pseudonym : data.customer;
	if (data.text !== undefined) kept.text = data.text === '' ? '' : ERASED_WORDS;
	return kept;
}
