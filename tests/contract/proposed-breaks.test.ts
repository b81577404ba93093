import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import { actorWithRole, openTestContext } from '#lib/server/access/testing.ts';
import { acceptProposals, findMoves, LiveBalance, readBoard } from '#lib/server/balancing/index.ts';
import { LiveCommands } from '#lib/server/commands/index.ts';
import { sites } from '#lib/server/db/schema/index.ts';
import { FloorFeed, LiveState, loadConfig } from '#lib/server/live/index.ts';
import { Predictions } from '#lib/server/predictions/index.ts';
import { listChanges } from '#lib/server/rosters/index.ts';
import { AT_ONCE, rushHour, seedRush } from '../support/rush-centre.ts';

const MINUTE = 60_000;
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => (test = await openTestContext()));
afterEach(() => test.close());

it('nine of sixteen who go on their break at once: the living balancer moves some of them, and accepting makes it so', async () => {
	const { ctx, clock } = test;
	// Off the grid, as any moment is.
	const nowMs = (clock.at = Date.UTC(2026, 10, 24, 12, 3, 17));
	await ctx.db.orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 0 });
	const { breakAt } = await seedRush(ctx.db, nowMs);
	const state = new LiveState(await loadConfig(ctx), () => null);
	const events = rushHour(nowMs).map((event, i) => ({ ...event, seq: i + 1, source: 'switchboard' }));
	state.apply(events as LoggedEvent[], nowMs);
	const feed = new FloorFeed(state, 'test');
	feed.tick(nowMs);
	const predictions = new Predictions(ctx, { state, feed });
	const commands = await LiveCommands.open(ctx, async () => undefined);
	const balance = new LiveBalance(
		ctx,
		{ state, present: () => predictions.present() },
		(request) => Promise.resolve(request.kind === 'find' ? findMoves(request) : null!) as never
	);
	await balance.look();
	const supervisor = actorWithRole('supervisor');
	const [proposal] = readBoard(balance, supervisor).proposals;
	expect(proposal).toMatchObject({ how: 'break', from: 'rush', to: null, paidHours: 0, offer: null });
	const goes = proposal!.dayChanges.map(({ agent, fromAt, movedTo }) => [agent, fromAt, movedTo]);
	for (const [agent, fromAt, movedTo] of goes) {
		expect(AT_ONCE).toContain(agent);
		expect([fromAt, movedTo]).toEqual([breakAt, breakAt + 15 * MINUTE]);
	}
	const answer = await acceptProposals({ ctx, state, balance, commands }, supervisor, {
		ids: [proposal!.id]
	});
	expect(answer).toMatchObject({ status: 'accepted', rejected: [] });
	const changes = await listChanges(ctx, supervisor, { fromMs: nowMs - MINUTE, toMs: nowMs + 240 * MINUTE });
	expect(changes.map(({ agentId, fromAt, movedTo }) => [agentId, fromAt, movedTo]).sort()).toEqual(
		goes.sort()
	);
});
