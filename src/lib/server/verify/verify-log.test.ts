import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Centre } from '../centre.ts';
import { scoreText } from '../conversations/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { openDatabase, type Database } from '../db/open-database.ts';
import { verifyLog } from './verify-log.ts';

const AT = Date.parse('2026-11-22T10:00:00Z');
let n = 0;
const event = (type: string, seconds: number, data: object) => ({
	source: 's',
	id: String(++n),
	type: `marea.${type}`,
	at: AT + seconds * 1000,
	data
});

describe('verifyLog()', () => {
	let db: Database;
	let ctx: Context;
	beforeAll(async () => {
		db = await openDatabase('file::memory:', 'drizzle');
		ctx = { db, now: () => AT + 3_600_000 };
		const centre = await Centre.open(ctx, scoreText);
		await centre.ingest.accept(SYSTEM, [
			event('contact.started', 0, { contact: 'c1', channel: 'chat', customer: 'k1' }),
			event('bot.started', 1, { contact: 'c1', bot: 'b' }),
			event('bot.escalated', 20, { contact: 'c1', bot: 'b' }),
			event('contact.queued', 21, { contact: 'c1', queue: 'q' }),
			event('contact.answered', 41, { contact: 'c1', queue: 'q', agent: 'a' }),
			event('message', 50, { contact: 'c1', party: 'customer', text: 'hello' }),
			event('contact.ended', 101, { contact: 'c1' }),
			event('contact.queued', 30, { contact: 'c2', queue: 'q' }),
			event('contact.abandoned', 90, { contact: 'c2', queue: 'q' }),
			event('agent.state', 0, { agent: 'a', state: 'available' }),
			event('agent.state', 41, { agent: 'a', state: 'handling' })
		]);
		await centre.stop();
	});
	afterAll(() => db.close());

	it('finds no difference in what was stored', async () => {
		const report = await verifyLog(ctx, SYSTEM);
		expect(report).toMatchObject({
			events: 11,
			contacts: 2,
			visits: 2,
			agentStates: 2,
			pending: 0,
			differences: []
		});
	});

	it.each([
		["UPDATE contacts SET channel = 'voice' WHERE id = 'c1'", 'contacts', 'c1', 'channel'],
		['UPDATE contacts SET ended_at = ended_at + 1', 'contacts', 'c1', 'ended_at'],
		["UPDATE contacts SET bot_outcome = 'resolved' WHERE id = 'c1'", 'contacts', 'c1', 'bot_outcome'],
		["UPDATE contacts SET mood = mood + 1 WHERE id = 'c1'", 'contacts', 'c1', 'mood'],
		["UPDATE contacts SET cues = '{}' WHERE id = 'c1'", 'contacts', 'c1', 'cues'],
		["UPDATE contacts SET bot_started_at = 0 WHERE id = 'c1'", 'contacts', 'c1', 'bot_started_at'],
		[
			"INSERT INTO contacts (id, source, started_at, last_event_at) VALUES ('ghost', 's', 0, 0)",
			'contacts',
			'ghost',
			'row'
		],
		["UPDATE visits SET left_at = left_at + 1000 WHERE contact_id = 'c1'", 'visits', 'c1 #0', 'leftAt'],
		["UPDATE visits SET outcome = 'answered' WHERE contact_id = 'c2'", 'visits', 'c2 #0', 'outcome'],
		["UPDATE visits SET talk_ms = 1 WHERE contact_id = 'c1'", 'visits', 'c1 #0', 'talkMs'],
		["DELETE FROM visits WHERE contact_id = 'c2'", 'visits', 'c2', 'count'],
		["UPDATE messages SET text = 'goodbye'", 'messages', 'c1 #0', 'text'],
		["UPDATE messages SET party = 'bot', at = at", 'messages', 'c1 #0', 'party'],
		['UPDATE messages SET at = at + 1', 'messages', 'c1 #0', 'at'],
		["DELETE FROM messages WHERE contact_id = 'c1'", 'messages', 'c1', 'count'],
		["UPDATE agent_states SET state = 'break' WHERE state = 'handling'", 'agent_states', 'a', 'state'],
		["DELETE FROM agent_states WHERE state = 'available'", 'agent_states', 'a', '']
	])('names what %s has done', async (corruption, table, key, column) => {
		const tables = ['contacts', 'visits', 'messages', 'agent_states'];
		await db.client.batch(
			tables.map((name) => `CREATE TEMP TABLE kept_${name} AS SELECT * FROM ${name}`),
			'write'
		);
		await db.client.execute(corruption);
		const { differences } = await verifyLog(ctx, SYSTEM);
		await db.client.batch(
			[
				...tables.toReversed().map((name) => `DELETE FROM ${name}`),
				...tables.map((name) => `INSERT INTO ${name} SELECT * FROM kept_${name}`),
				...tables.map((name) => `DROP TABLE kept_${name}`)
			],
			'write'
		);
		const named = differences.filter((one) => one.table === table);
		expect(named.length).toBeGreaterThan(0);
		expect(named[0]!.key.startsWith(key)).toBe(true);
		if (column) expect(named.map((one) => one.column)).toContain(column);
		expect((await verifyLog(ctx, SYSTEM)).differences).toEqual([]);
	});
});
