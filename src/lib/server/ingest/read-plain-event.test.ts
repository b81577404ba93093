import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_DATA, parseEvent } from '#lib/contracts/events.ts';
import { AGENT_STATES, CHANNELS, PARTIES } from '#lib/contracts/terms.ts';
import { readPlainEvent } from './read-plain-event.ts';

const name = fc.string({ minLength: 1, maxLength: 12 });
const valid = fc.record({
	specversion: fc.constant('1.0'),
	id: name,
	source: name,
	type: fc.constantFrom(...Object.keys(EVENT_DATA)),
	time: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((at) => at.toISOString()),
	data: fc.record(
		{
			contact: name,
			queue: name,
			channel: fc.constantFrom(...CHANNELS),
			agent: name,
			customer: fc.string({ unit: 'grapheme', maxLength: 20 }),
			language: fc.string({ maxLength: 5 }),
			intent: fc.string({ unit: 'binary', maxLength: 5 }),
			priority: fc.double({ noNaN: true }),
			bot: name,
			reason: fc.string(),
			party: fc.constantFrom(...PARTIES),
			text: fc.string({ unit: 'binary' }),
			state: fc.constantFrom(...AGENT_STATES),
			score: fc.integer({ min: 0, max: 10 }),
			other: fc.jsonValue()
		},
		{ requiredKeys: ['contact', 'queue', 'agent', 'party', 'text', 'state', 'score'] }
	)
});

const FIELDS = ['specversion', 'id', 'source', 'type', 'time', 'data'];
const DATA_FIELDS = [
	'contact',
	'queue',
	'channel',
	'agent',
	'customer',
	'language',
	'priority',
	'bot',
	'reason',
	'party',
	'text',
	'state',
	'score',
	'__proto__'
];
const odd = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom(
		'',
		' a',
		'a ',
		'a\0b',
		'\ud800',
		'\u00a0a',
		'\u007f',
		'x'.repeat(201),
		'x'.repeat(501),
		'x'.repeat(100_001),
		null,
		[],
		{},
		-1,
		11,
		Infinity,
		'1999-02-30T00:00:00Z',
		'2026-11-22T24:61:00Z',
		'2026-11-22T09:30:00',
		'2026-11-22 09:30:00+02:00',
		'marea.unheard.of',
		'constructor'
	)
);

const seen = { plain: 0, refused: 0, changed: 0 };

/** Whatever the quick reader reads, the schema reads as the same. */
function check(value: unknown): void {
	const plain = readPlainEvent(value);
	const reference = parseEvent(structuredClone(value));
	if (!reference.ok) {
		seen.refused++;
		expect(plain).toBeNull();
	} else if (plain) {
		seen.plain++;
		expect(plain).toEqual(reference.event);
	} else seen.changed++;
}

describe('readPlainEvent()', () => {
	it('reads only what the schema reads, and as the schema does', () => {
		fc.assert(
			fc.property(
				valid,
				fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.oneof(odd, fc.constant(undefined))), { maxLength: 2 }),
				(event, mutations) => {
					const mutated = structuredClone(event) as unknown as Record<string, unknown>;
					for (const [inData, which, value] of mutations) {
						const data = mutated.data as Record<string, unknown> | null;
						if (inData && typeof data === 'object' && data !== null) {
							const field = DATA_FIELDS[which % DATA_FIELDS.length]!;
							if (value === undefined) delete data[field];
							else
								Object.defineProperty(data, field, {
									value,
									enumerable: true,
									configurable: true,
									writable: true
								});
						} else {
							const field = FIELDS[which % FIELDS.length]!;
							if (value === undefined) delete mutated[field];
							else mutated[field] = value;
						}
					}
					check(mutated);
				}
			),
			{ seed: 20261122, numRuns: 4_000 }
		);
		expect(seen.plain).toBeGreaterThan(500);
		expect(seen.refused).toBeGreaterThan(500);
		expect(seen.changed).toBeGreaterThan(50);
	});

	it.each([null, 7, 'text', [], {}, [{}]])('leaves %j to the schema', (value) => {
		expect(readPlainEvent(value)).toBeNull();
	});
});
