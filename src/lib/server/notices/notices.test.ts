import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COACHING_NOTICES } from '#lib/contracts/coaching.ts';
import type { NoticeAbout } from '#lib/contracts/notices.ts';
import { noticeSentence } from '#lib/format/notice-sentence.ts';
import { InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import { agents, deliveries, notices, sites, users } from '../db/schema/index.ts';
import { agentUsers, listenNotices, listNotices, markRead, rememberLanguage, tell } from './index.ts';

const person = (id: string): Actor => ({ ...actorWithRole('agent'), id: `user:${id}` });
const AT = Date.UTC(2026, 2, 6, 9, 30);
/** All that a notice may name. */
const NAMED: NoticeAbout = { coach: 'Carla', agent: 'Ana', by: 'Carla', startAt: AT };

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 1 });
	await orm.insert(agents).values({ id: 'a1', siteId: 'main', name: 'Ana', createdAt: 1 });
	const at = new Date(1);
	await orm.insert(users).values(
		[
			{ id: 'ana', agentId: 'a1', isDemo: false },
			{ id: 'eva', agentId: 'a1', isDemo: false },
			{ id: 'demo', agentId: null, isDemo: true }
		].map((user) => ({
			...user,
			name: user.id,
			email: `${user.id}@example.org`,
			createdAt: at,
			updatedAt: at
		}))
	);
});
afterEach(() => {
	vi.unstubAllEnvs();
	test.close();
});

const planned = (userIds: string[]) =>
	tell(test.ctx, userIds, 'session.planned', { coach: 'Carla', startAt: AT }, '/me?tab=talks');

describe('tell()', () => {
	it('keeps it for each person once, pushes it after it is stored, and writes no letter without a mail server', async () => {
		const heard: { userIds: readonly string[]; stored: number }[] = [];
		const stop = listenNotices(async (userIds) => {
			heard.push({ userIds, stored: (await test.ctx.db.orm.select().from(notices)).length });
		});
		await planned(['ana', 'ana', 'eva', 'gone']);
		stop();
		await planned(['ana']);
		await vi.waitFor(() => expect(heard).toEqual([{ userIds: ['ana', 'eva'], stored: expect.any(Number) }]));
		expect(heard[0]!.stored).toBeGreaterThanOrEqual(2);
		expect(await listNotices(test.ctx, person('ana'))).toMatchObject({
			unread: 2,
			latest: [{ kind: 'session.planned', href: '/me?tab=talks', readAt: null }, {}]
		});
		expect(await test.ctx.db.orm.select().from(deliveries)).toEqual([]);
	});

	it('writes each reader a letter in the language they last read in, with the page’s address; none to demo people', async () => {
		vi.stubEnv('MAREA_SMTP_URL', 'smtp://localhost:2525');
		vi.stubEnv('MAREA_URL', 'https://marea.example');
		await rememberLanguage(test.ctx, person('ana'), 'es');
		await planned(['ana', 'eva', 'demo']);
		const letters = await test.ctx.db.orm.select().from(deliveries);
		const byTarget = new Map(
			letters.map(({ target, payload }) => [target, payload as { subject: string; text: string }])
		);
		expect([...byTarget.keys()].sort()).toEqual(['ana@example.org', 'eva@example.org']);
		expect(byTarget.get('ana@example.org')!.text).toMatch(
			/Hola, ana.*10:30.*https:\/\/marea\.example\/me\?tab=talks/s
		);
		expect(byTarget.get('eva@example.org')!.text).toMatch(/Hello eva.*Carla has planned/s);
		// A change of language holds from the next letter on.
		await rememberLanguage(test.ctx, person('ana'), 'en');
		await planned(['ana']);
		const after = (await test.ctx.db.orm.select().from(deliveries)).at(-1)!;
		expect((after.payload as { text: string }).text).toContain('Hello ana');
	});

	it('tells nobody of nothing', async () => {
		await planned([]);
		await planned(['gone']);
		expect(await test.ctx.db.orm.select().from(notices)).toEqual([]);
	});
});

describe('markRead()', () => {
	it('marks own ones by id or all at once; another person’s stay unread', async () => {
		await planned(['ana', 'eva']);
		await planned(['ana']);
		const [first] = (await listNotices(test.ctx, person('ana'))).latest;
		expect(await markRead(test.ctx, person('eva'), { ids: [first!.id] })).toBe(0);
		expect(await markRead(test.ctx, person('ana'), { ids: [first!.id] })).toBe(1);
		expect((await listNotices(test.ctx, person('ana'))).unread).toBe(1);
		expect(await markRead(test.ctx, person('ana'), { ids: null })).toBe(1);
		expect((await listNotices(test.ctx, person('ana'))).unread).toBe(0);
		expect((await listNotices(test.ctx, person('eva'))).unread).toBe(1);
		await expect(markRead(test.ctx, person('ana'), { ids: 'all' as never })).rejects.toThrow(
			InvalidInputError
		);
	});
});

it.each(['key:k1', 'kiosk:k1', 'system'])('%s is no person: it has no notices and marks none', async (id) => {
	const actor = { ...actorWithRole('admin'), id };
	await expect(listNotices(test.ctx, actor)).rejects.toMatchObject({ status: 403 });
	await expect(markRead(test.ctx, actor, { ids: null })).rejects.toMatchObject({ status: 403 });
	await expect(listNotices(test.ctx, null)).rejects.toMatchObject({ status: 403 });
});

it('agentUsers() are all accounts of the agent', async () => {
	expect((await agentUsers(test.ctx, 'a1')).sort()).toEqual(['ana', 'eva']);
	expect(await agentUsers(test.ctx, 'nobody')).toEqual([]);
});

it.each(COACHING_NOTICES)('%s is a sentence in both languages, whatever it names', (kind) => {
	for (const locale of ['en', 'es'] as const)
		for (const about of [{}, NAMED] satisfies NoticeAbout[]) {
			const sentence = noticeSentence(kind, about, 'Europe/Madrid', locale);
			expect(sentence).toMatch(/^\p{Lu}/u);
			expect(sentence).not.toMatch(/undefined|null|\{|NaN/);
		}
});
