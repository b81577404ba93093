import { describe, expect, it } from 'vitest';
import { readBatch, UnreadableBatch } from './read-batch.ts';

const event = (over: object = {}) => ({
	specversion: '1.0',
	id: '1',
	source: 's',
	type: 'marea.contact.queued',
	time: '2026-11-22T09:30:00Z',
	data: { contact: 'c', queue: 'q' },
	...over
});

describe('readBatch()', () => {
	it('reads one event, an array and one a line alike', () => {
		const three = [event(), event({ id: '2' }), event({ id: '3' })];
		expect(readBatch(JSON.stringify(event(), null, 2)).events).toHaveLength(1);
		expect(readBatch(JSON.stringify(three)).events.map(({ id }) => id)).toEqual(['1', '2', '3']);
		expect(readBatch(three.map((one) => JSON.stringify(one)).join('\r\n') + '\n\n').events).toHaveLength(3);
	});

	it.each([
		['an id that is missing', event({ id: undefined }), 'id'],
		['an empty id', event({ id: '' }), 'id'],
		['an id of 501 characters', event({ id: 'x'.repeat(501) }), 'id'],
		['an id with a zero character', event({ id: 'a\0b' }), 'id'],
		['an id with half a surrogate pair', event({ id: 'a\ud800' }), 'id'],
		['another version', event({ specversion: '0.3' }), 'specversion'],
		['a time without zone', event({ time: '2026-11-22T09:30:00' }), 'time'],
		['a time that is a number', event({ time: 1 }), 'time'],
		['no source', event({ source: null }), 'source'],
		['no contact', event({ data: { queue: 'q' } }), 'data.contact'],
		['a contact that is a number', event({ data: { contact: 7, queue: 'q' } }), 'data.contact'],
		['no queue', event({ data: { contact: 'c' } }), 'data.queue'],
		['an unknown channel', event({ data: { contact: 'c', queue: 'q', channel: 'fax' } }), 'data.channel'],
		[
			'an unknown agent state',
			event({ type: 'marea.agent.state', data: { agent: 'a', state: 'asleep' } }),
			'data.state'
		],
		['a very long contact id', event({ data: { contact: 'c'.repeat(201), queue: 'q' } }), 'data.contact'],
		['too much data', event({ type: 'x', data: { big: 'x'.repeat(256_001) } }), 'data'],
		['a number', 7, 'event'],
		['null', null, 'event'],
		['an array', [], 'event']
	])('names %s with the field and keeps the good ones', (_, bad, field) => {
		const { events, rejected } = readBatch(
			JSON.stringify([event({ id: 'before' }), bad, event({ id: 'after' })])
		);
		expect(events.map(({ id }) => id)).toEqual(['before', 'after']);
		expect(rejected).toHaveLength(1);
		expect(rejected[0]!.index).toBe(1);
		expect(rejected[0]!.error).toMatch(new RegExp(`^${field}:`));
	});

	it('names a line that is not JSON by its place', () => {
		const { events, rejected } = readBatch(
			`${JSON.stringify(event())}\n{"cut of\n${JSON.stringify(event({ id: '2' }))}`
		);
		expect(events).toHaveLength(2);
		expect(rejected).toMatchObject([{ index: 1, id: null }]);
	});

	it.each(['', '  \n', '[1, 2', '{', 'hello', '\u0000'])(
		'throws on %j: nothing of it can be read',
		(body) => {
			expect(() => readBatch(body)).toThrow(UnreadableBatch);
		}
	);

	it.each(['com.acme.thing', 'marea.unheard.of', 'constructor', '__proto__'])(
		'keeps type %s as it came',
		(type) => {
			const data = { contact: { id: 1 }, queue: 7 };
			expect(readBatch(JSON.stringify([event({ type, data })]))).toMatchObject({
				events: [{ type, data }],
				rejected: []
			});
		}
	);

	it('takes 50,000 events and refuses one more', () => {
		const line = JSON.stringify({ ...event(), data: { contact: 'c', queue: 'q' } });
		expect(readBatch(`[${Array(50_000).fill(line).join(',')}]`).events).toHaveLength(50_000);
		expect(() => readBatch(`[${Array(50_001).fill(line).join(',')}]`)).toThrow(/50001/);
	});
});
