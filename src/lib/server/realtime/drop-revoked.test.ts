import { afterEach, beforeEach, expect, it } from 'vitest';
import {
	actorOf,
	createUser,
	endSessions,
	sessionOf,
	setRole,
	setSecondFactorRoles
} from '../access/index.ts';
import { headersOf, openTestContext } from '../access/testing.ts';
import { SYSTEM } from '../context.ts';
import { queues, sites } from '../db/schema/index.ts';
import type { Hub } from './attach-realtime.ts';
import { dropRevoked } from './drop-revoked.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
let userId: string;
beforeEach(async () => {
	test = await openTestContext();
	const person = { email: 'marta@example.org', name: 'M.', password: 'correct horse' };
	const made = await createUser(test.ctx, SYSTEM, { ...person, role: 'planner' });
	if (made.status !== 'created') throw new Error(made.status);
	userId = made.id;
});
afterEach(() => test.close());

/** Whether the line that she has opened is cut after something has happened. */
async function isCutAfter(happens: () => Promise<unknown>): Promise<boolean> {
	const headers = await headersOf(test.ctx, 'marta@example.org', 'correct horse');
	const user = (await sessionOf(test.ctx, headers))!;
	let isCut = false;
	const socket = {
		data: { actor: actorOf(user) },
		handshake: { auth: {}, headers: { cookie: headers.get('cookie')! } },
		disconnect: () => (isCut = true)
	};
	await happens();
	await dropRevoked(test.ctx, { sockets: { sockets: new Map([['a', socket]]) } } as unknown as Hub);
	return isCut;
}
const change = (input: object) =>
	setRole(test.ctx, SYSTEM, { userId, role: 'planner', ...input } as Parameters<typeof setRole>[2]);

it('an open line stays while its account is as it was, and while only what its part is made of changes', async () => {
	expect(await isCutAfter(async () => undefined)).toBe(false);
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 's', name: 'S', timeZone: 'UTC', createdAt: 1 });
	await change({ scope: { sites: ['s'], teams: [], queues: [] } });
	const isCut = await isCutAfter(async () => {
		await orm.insert(queues).values({ id: 'q', siteId: 's', name: 'Q', channel: 'voice', createdAt: 1 });
		test.clock.at += 10_000;
	});
	expect(isCut).toBe(false);
});

it.each<[string, () => Promise<unknown>]>([
	['its session ends', () => endSessions(test.ctx, SYSTEM, { userId })],
	['its role changes', () => change({ role: 'supervisor' })],
	['its part of the centre changes', () => change({ scope: { sites: [], teams: [], queues: ['q'] } })],
	['a second factor is asked of it', () => setSecondFactorRoles(test.ctx, SYSTEM, { roles: ['planner'] })]
])('an open line is cut when %s', async (_, happens) => {
	expect(await isCutAfter(happens)).toBe(true);
});
