import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { verifyLog } from '../verify/index.ts';
import { eraseCustomer, setMasking } from './index.ts';

const AT = Date.parse('2026-11-22T10:00:00Z');
let n = 0;
const event = (type: string, seconds: number, data: object) => ({
	source: 's',
	id: String(++n),
	type: `marea.${type}`,
	at: AT + seconds * 1000,
	data
});

/** A mood of the length alone, so that it is known without the words. */
const byLength = (text: string) => text.length / 1000;

describe('personal data', () => {
	let test: Awaited<ReturnType<typeof openTestContext>>;
	let ctx: Context;
	let centre: Centre;
	beforeAll(async () => {
		test = await openTestContext();
		ctx = test.ctx;
		test.clock.at = AT + 600_000;
		centre = await Centre.open(ctx, byLength);
	});
	afterAll(() => test.close());
	const everything = async () => {
		const tables = ['event_log', 'contacts', 'messages', 'audit_log', 'erasures'];
		const answers = await ctx.db.client.batch(tables.map((table) => `SELECT * FROM ${table}`));
		return JSON.stringify(answers.map(({ rows }) => rows.map((row) => Object.values(row))));
	};

	it('is masked before the log is written, and a duplicate stays a duplicate', async () => {
		const message = event('message', 1, {
			contact: 'c1',
			customer: 'ana',
			party: 'customer',
			text: 'mi tarjeta es 4111-1111-1111-1111, soy Ana'
		});
		expect(await centre.ingest.accept(SYSTEM, [message])).toEqual({ accepted: 1, duplicates: 0 });
		expect(await centre.ingest.accept(SYSTEM, [message])).toEqual({ accepted: 0, duplicates: 1 });
		await centre.project();
		expect(await everything()).not.toContain('4111-1111');
		expect(await everything()).toContain('mi tarjeta es [card], soy Ana');
	});

	it('stays in clear where masking is switched off, which only an admin may do', async () => {
		await expect(setMasking(ctx, actorWithRole('supervisor'), { on: false })).rejects.toThrow(
			'privacy.manage'
		);
		await setMasking(ctx, actorWithRole('admin'), { on: false });
		centre.ingest.forgetMasking();
		const text = 'llámame al 612 345 678';
		await centre.ingest.accept(SYSTEM, [event('message', 2, { contact: 'c1', party: 'customer', text })]);
		await centre.project();
		expect(await everything()).toContain(text);
		await setMasking(ctx, actorWithRole('admin'), { on: true });
		centre.ingest.forgetMasking();
		expect((await test.audited()).filter((action) => action === 'privacy.masking')).toHaveLength(2);
	});

	it('of one customer is erased everywhere, memory too, with every total as it was', async () => {
		await centre.ingest.accept(SYSTEM, [
			event('contact.queued', 10, {
				contact: 'c1',
				queue: 'q',
				customer: 'ana',
				channel: 'chat',
				note: 'Ana Gil'
			}),
			event('contact.answered', 20, { contact: 'c1', queue: 'q', agent: 'a' }),
			event('message', 30, { contact: 'c1', party: 'agent', text: 'Hola Ana' }),
			event('contact.queued', 40, { contact: 'c2', queue: 'q', customer: 'berta', channel: 'chat' }),
			event('message', 41, { contact: 'c2', party: 'customer', text: 'soy Berta' })
		]);
		await centre.project();
		const counts = async () =>
			(
				await ctx.db.client.execute(
					'SELECT count(*), count(DISTINCT customer), (SELECT sum(score) FROM messages), (SELECT count(*) FROM visits) FROM contacts'
				)
			).rows[0];
		const before = await counts();

		await expect(eraseCustomer(ctx, actorWithRole('supervisor'), { customer: 'ana' })).rejects.toThrow(
			'privacy.manage'
		);
		const { pseudonym, contacts } = await eraseCustomer(ctx, actorWithRole('admin'), { customer: 'ana' });
		expect(contacts).toBe(1);
		await centre.project();
		expect(await counts()).toEqual(before);
		expect(await everything()).not.toMatch(/"ana"|Ana|612 345/);
		expect(await everything()).toContain('soy Berta');
		const { fold, events } = centre.state.contacts.get('c1')!;
		expect(JSON.stringify([fold, events])).not.toMatch(/"ana"|Ana|612 345/);
		expect(fold.customer).toBe(pseudonym);
		expect((await verifyLog(ctx, SYSTEM, byLength)).differences).toEqual([]);

		// More of the contact comes, and it is stored from memory again.
		await centre.ingest.accept(SYSTEM, [event('contact.ended', 60, { contact: 'c1' })]);
		await centre.project();
		expect(await everything()).not.toMatch(/"ana"|Ana|612 345/);
		expect((await verifyLog(ctx, SYSTEM, byLength)).differences).toEqual([]);
		expect(await test.audited()).toContain('customer.erase');
	});

	it('of a customer who was erased has one pseudonym when more came since', async () => {
		await centre.ingest.accept(SYSTEM, [event('contact.started', 70, { contact: 'c3', customer: 'ana' })]);
		const again = await eraseCustomer(ctx, SYSTEM, { customer: 'ana' });
		expect(again).toMatchObject({ contacts: 1, events: 1 });
		await centre.project();
		expect(centre.state.contacts.get('c3')!.fold.customer).toBe(
			centre.state.contacts.get('c1')!.fold.customer
		);
		expect(await eraseCustomer(ctx, SYSTEM, { customer: 'nobody' })).toMatchObject({ events: 0 });
	});
});
