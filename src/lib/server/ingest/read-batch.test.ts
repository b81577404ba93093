import { describe, expect, it, vi } from 'vitest';
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
	it('reads one event, an array and one a line alike', async () => {
		const three = [event(), event({ id: '2' }), event({ id: '3' })];
		expect((await readBatch(JSON.stringify(event(), null, 2))).events).toHaveLength(1);
		expect((await readBatch(JSON.stringify(three))).events.map(({ id }) => id)).toEqual(['1', '2', '3']);
		const lines = three.map((one) => JSON.stringify(one)).join('\r\n') + '\n\n';
		expect((await readBatch(lines)).events).toHaveLength(3);
		const withList = event({ data: { contact: 'c', queue: 'q', tags: ['a', 'b', {}] } });
		expect(await readBatch(JSON.stringify(withList, null, 2))).toMatchObject({
			events: [{ data: { tags: ['a', 'b', {}] } }],
			rejected: []
		});
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
	])('names %s with the field and keeps the good ones', async (_, bad, field) => {
		const { events, rejected } = await readBatch(
			JSON.stringify([event({ id: 'before' }), bad, event({ id: 'after' })])
		);
		expect(events.map(({ id }) => id)).toEqual(['before', 'after']);
		expect(rejected).toHaveLength(1);
		expect(rejected[0]!.index).toBe(1);
		expect(rejected[0]!.error).toMatch(new RegExp(`^${field}:`));
	});

	it('names a line that is not JSON by its place', async () => {
		const { events, rejected } = await readBatch(
			`${JSON.stringify(event())}\n{"cut of\n${JSON.stringify(event({ id: '2' }))}`
		);
		expect(events).toHaveLength(2);
		expect(rejected).toMatchObject([{ index: 1, id: null }]);
	});

	it.each(['', '  \n', '[1, 2', '{', 'hello', '\u0000'])(
		'throws on %j: nothing of it can be read',
		async (body) => {
			await expect(readBatch(body)).rejects.toThrow(UnreadableBatch);
		}
	);

	it.each(['com.acme.thing', 'marea.unheard.of', 'constructor', '__proto__'])(
		'keeps type %s as it came',
		async (type) => {
			const data = { contact: { id: 1 }, queue: 7 };
			expect(await readBatch(JSON.stringify([event({ type, data })]))).toMatchObject({
				events: [{ type, data }],
				rejected: []
			});
		}
	);

	it('takes 50,000 events and refuses one more', async () => {
		const line = JSON.stringify({ ...event(), data: { contact: 'c', queue: 'q' } });
		expect((await readBatch(`[${Array(50_000).fill(line).join(',')}]`)).events).toHaveLength(50_000);
		await expect(readBatch(`[${Array(50_001).fill(line).join(',')}]`)).rejects.toThrow(/50001/);
		await expect(readBatch(`${line}\n`.repeat(50_001))).rejects.toThrow(/more than 50000/);
	});

	it('refuses a million broken lines by their number, none of which is read', async () => {
		const parse = vi.spyOn(JSON, 'parse');
		await expect(readBatch('{\n'.repeat(1_000_000))).rejects.toThrow(/more than 50000/);
		expect(parse).toHaveBeenCalledTimes(1);
		parse.mockRestore();
	});

	it('lets everything else have its turn while it names what is wrong with thousands', async () => {
		const bad = Array.from({ length: 5_000 }, (_, i) => ({ specversion: i }));
		let turns = 0;
		let isDone = false;
		const reading = readBatch(JSON.stringify(bad)).finally(() => (isDone = true));
		while (!isDone) {
			await new Promise(setImmediate);
			turns++;
		}
		expect((await reading).rejected).toHaveLength(5_000);
		expect(turns).toBeGreaterThan(3);
	});

	it('names an id that is too long by its beginning', async () => {
		const { rejected } = await readBatch(JSON.stringify([event({ id: 'x'.repeat(1_000_000) })]));
		expect(rejected).toMatchObject([{ index: 0, id: 'x'.repeat(500) }]);
		expect(JSON.stringify(rejected).length).toBeLessThan(1_000);
	});
});
