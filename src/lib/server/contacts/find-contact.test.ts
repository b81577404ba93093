import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { openDatabase } from '../db/open-database.ts';
import { findContact } from './find-contact.ts';
import { listWaiting } from './list-waiting.ts';

let ctx: Context & { close(): void };

beforeAll(async () => {
	const db = await openDatabase('file::memory:', 'drizzle');
	ctx = { db, now: () => 100_000, close: () => db.close() };
	await db.client.batch(
		[
			`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('s', 'S', 'UTC', 0)`,
			`INSERT INTO queues (id, site_id, name, channel, created_at) VALUES ('q', 's', 'Queue', 'chat', 0)`,
			`INSERT INTO contacts (id, source, channel, started_at, last_event_at) VALUES ('c', 'x', 'chat', 1000, 9000), ('gone', 'x', 'chat', 10, 20)`,
			`INSERT INTO visits (contact_id, ordinal, queue_id, entered_at, outcome) VALUES ('c', 0, 'q', 2000, 'waiting'), ('gone', 0, 'q', 15, 'waiting')`,
			`INSERT INTO messages (contact_id, ordinal, at, party, text, score) VALUES ('c', 0, 3000, 'customer', 'hello', 0.25)`,
			`INSERT INTO event_log (source, id, type, at, contact, data, received_at) VALUES
				('x', '2', 'marea.contact.queued', 2000, 'c', '{"contact":"c","queue":"q"}', 0),
				('x', '3', 'marea.message', 3000, 'c', '{"contact":"c","party":"customer","text":"hello"}', 0)`
		],
		'write'
	);
});
afterAll(() => ctx.close());

describe('findContact()', () => {
	it('tells the words with their mood, the stays and what happened, without the words twice', async () => {
		const found = (await findContact(ctx, SYSTEM, 'c'))!;
		expect(found.messages).toMatchObject([{ party: 'customer', text: 'hello', score: 0.25 }]);
		expect(found.visits).toMatchObject([{ queue: { id: 'q', name: 'Queue' }, outcome: 'waiting' }]);
		expect(found.timeline.map(({ type, queue }) => [type, queue?.name])).toEqual([
			['marea.contact.queued', 'Queue']
		]);
	});

	it('answers null for a contact that nobody told of', async () => {
		expect(await findContact(ctx, SYSTEM, 'nobody')).toBeNull();
	});

	it('refuses an actor without contacts.view', async () => {
		await expect(findContact(ctx, { rights: ['live.view'] }, 'c')).rejects.toThrow(ForbiddenError);
		await expect(listWaiting(ctx, { rights: ['live.view'] }, 'q', 0)).rejects.toThrow(ForbiddenError);
	});
});

describe('listWaiting()', () => {
	it('lists the line, oldest first, without those long unheard of', async () => {
		expect((await listWaiting(ctx, SYSTEM, 'q', 0)).map(({ id }) => id)).toEqual(['gone', 'c']);
		expect((await listWaiting(ctx, SYSTEM, 'q', 5_000)).map(({ id }) => id)).toEqual(['c']);
	});
});
