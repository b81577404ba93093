import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { SYSTEM } from '../context.ts';
import { scoreText } from '../conversations/index.ts';
import { auditLog } from '../db/schema/index.ts';
import { attendContact } from './attend-contact.ts';
import { LiveNeeds } from './live-needs.ts';

const AT = Date.parse('2026-11-22T10:00:00Z');
let now = AT;
let test: Awaited<ReturnType<typeof openTestContext>>;
let ctx: typeof test.ctx;
let centre: Centre;
let needs: LiveNeeds;
let n = 0;

beforeEach(async () => {
	now = AT;
	test = await openTestContext();
	ctx = { ...test.ctx, now: () => now };
	centre = await Centre.open(ctx, scoreText);
	needs = await LiveNeeds.open(ctx, centre.state);
});
afterEach(async () => {
	await needs.stop();
	await centre.stop();
	test.close();
});

/** Tells events at the present. */
const tell = async (...events: [type: string, contact: string, data?: object][]): Promise<void> => {
	await centre.ingest.accept(
		SYSTEM,
		events.map(([type, contact, data]) => ({
			source: 's',
			id: String(++n),
			type: `marea.${type}`,
			at: now,
			data: { contact, channel: 'chat', ...data }
		}))
	);
	needs.tick();
};
const says = (contact: string, text: string): [string, string, object] => [
	'message',
	contact,
	{ party: 'customer', text }
];
const upset = (contact: string, customer = 'k1'): Promise<void> =>
	tell(
		['contact.started', contact, { customer }],
		['bot.started', contact, { bot: 'b', queue: 'q' }],
		says(contact, 'Let me speak to a real person'),
		['bot.turn', contact, { bot: 'b', queue: 'q', understood: false }],
		says(contact, 'This is a disgrace, I want to talk to a human agent now!')
	);
const row = (id: string) => needs.snapshot().rows.find((one) => one.id === id);

describe('the contacts that need a person', () => {
	it('lists an upset one with its reasons and leaves out a content one and one that is over', async () => {
		await upset('angry');
		await tell(['bot.started', 'calm', { bot: 'b' }], says('calm', 'Thank you, that is great'));
		const { rows, needing, open } = needs.snapshot();
		expect(rows.map(({ id }) => id)).toEqual(['angry']);
		expect([needing, open]).toEqual([1, 2]);
		expect(rows[0]).toMatchObject({ place: 'bot', queueId: 'q', needsSince: AT, customer: 'k1' });
		expect(rows[0]!.reasons.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['asks-for-person', 'mood-low', 'bot-failed'])
		);
		await tell(['contact.ended', 'angry']);
		expect(needs.snapshot()).toMatchObject({ rows: [], needing: 0, open: 1 });
	});

	it('rises with the wait alone and tells only rows that changed', async () => {
		await tell(['contact.queued', 'slow', { queue: 'q' }], ['contact.queued', 'late', { queue: 'q' }]);
		const told: string[][] = [];
		needs.listen(({ changed }) => told.push(changed.map(({ id }) => id)));
		expect(row('slow')).toBeUndefined();
		now += 3_600_000;
		await tell(says('late', 'I am very angry, this is terrible'));
		expect(row('slow')!.reasons).toMatchObject([{ kind: 'waiting', sinceMs: AT }]);
		expect(row('late')!.urgency).toBeGreaterThan(row('slow')!.urgency);
		await tell(says('late', 'Nobody answers me, awful'));
		expect(told).toEqual([['late', 'slow'], ['late']]);
	});

	it('is the same list after a restart, with what was done', async () => {
		await upset('angry');
		await centre.project();
		const actor = actorWithRole('supervisor');
		needs.care('angry', await attendContact(ctx, actor, 'angry', { kind: 'take' }));
		const before = needs.snapshot().rows;
		await centre.stop();
		const again = await Centre.open(ctx, scoreText);
		const after = await LiveNeeds.open(ctx, again.state);
		after.tick();
		expect(after.snapshot().rows).toEqual(before);
		expect(before[0]!.care).toMatchObject({ takenBy: actor.id, takenAt: AT });
	});

	it('knows that the customer was here within the week', async () => {
		await tell(['contact.started', 'first', { customer: 'k1' }], ['contact.ended', 'first']);
		now += 3 * 86_400_000;
		await upset('angry');
		await centre.project();
		await needs.count();
		needs.tick();
		expect(row('angry')!.reasons).toContainEqual({ kind: 'repeated-contact', contacts: 1 });
	});

	it('tells alert rules by queue, without those that somebody looks after', async () => {
		await upset('angry');
		now += 60_000;
		needs.tick();
		expect(needs.queueNeeds().get('q')).toMatchObject({ count: 1, longestSeconds: 60 });
		expect(needs.queueNeeds().get('q')!.worstMood).toBeLessThan(-1);
		await centre.project();
		needs.care('angry', await attendContact(ctx, SYSTEM, 'angry', { kind: 'take' }));
		expect(needs.queueNeeds().get('q')).toEqual({ count: 0, longestSeconds: 0, worstMood: null });
	});
});

describe('attendContact()', () => {
	it('takes, leaves aside and notes, each undone by its opposite and written down', async () => {
		await upset('angry');
		await upset('other');
		await centre.project();
		const actor = actorWithRole('supervisor');
		const does = async (input: Parameters<typeof attendContact>[3]) => {
			const care = await attendContact(ctx, actor, 'angry', input);
			needs.care('angry', care);
			return care;
		};
		expect(await does({ kind: 'snooze', minutes: 10 })).toMatchObject({ snoozedUntil: AT + 600_000 });
		expect(needs.snapshot().rows.map(({ id }) => id)).toEqual(['other', 'angry']);
		now += 600_001;
		await tell(says('angry', 'I will sue you, this is outrageous'));
		expect(needs.snapshot().rows[0]!.id).toBe('angry');
		expect(await does({ kind: 'note', text: ' called back ' })).toMatchObject({
			note: 'called back',
			noteByName: actor.id
		});
		expect(await does({ kind: 'note', text: '' })).toMatchObject({ note: null, noteByName: null });
		expect(await does({ kind: 'take' })).toMatchObject({ takenBy: actor.id });
		expect(await does({ kind: 'release' })).toMatchObject({ takenBy: null, takenAt: null });
		const entries = await ctx.db.orm.select().from(auditLog);
		expect(entries.filter(({ subject }) => subject === 'contact:angry')).toHaveLength(5);
	});

	it('refuses a contact that there is not, and an actor without the right', async () => {
		await expect(attendContact(ctx, SYSTEM, 'ghost', { kind: 'take' })).rejects.toThrow(
			'there is no contact "ghost"'
		);
		await expect(attendContact(ctx, actorWithRole('planner'), 'ghost', { kind: 'take' })).rejects.toThrow(
			ForbiddenError
		);
	});
});
