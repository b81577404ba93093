import { beforeEach, expect, it, vi } from 'vitest';
import type { BalanceBoard } from '#lib/contracts/balance.ts';
import type { Role } from '#lib/contracts/terms.ts';
import { actorWithRole } from '../access/testing.ts';
import { serveBalance } from './serve-balance.ts';
import { fakeHub } from './testing.ts';

const current = vi.hoisted(() => ({ runtime: null as unknown }));
vi.mock('../runtime.ts', () => ({ runtime: () => current.runtime }));

let tell: (board: BalanceBoard) => void;
const board = { state: 'stay', proposals: [] } as unknown as BalanceBoard;
const balance = {
	isWatched: () => false,
	board: () => board,
	listen: (listener: typeof tell) => {
		tell = listener;
		return () => (tell = () => undefined);
	}
};
beforeEach(() => void (current.runtime = { balancing: { balance } }));

/** A hub with one socket, of somebody in this role. */
function connect(role: Role) {
	const { connect, rooms, sent, stop } = fakeHub(serveBalance);
	const { ask } = connect(actorWithRole(role));
	return { join: () => ask('balance:join'), rooms, sent, stop };
}

it('balance:join is refused without the right, nothing follows, and nobody counts as watching', async () => {
	const agent = connect('agent');
	expect(await agent.join()).toEqual({
		ok: false,
		error: 'Following proposed moves needs the right "balance.view".'
	});
	tell(board);
	expect([agent.rooms.size, agent.sent, balance.isWatched()]).toEqual([0, [], false]);
	agent.stop();
});

it('balance:join answers the board, and the room is told of changes until the hub is taken off', async () => {
	const planner = connect('planner');
	expect(await planner.join()).toEqual({ ok: true, board });
	expect(balance.isWatched()).toBe(true);
	tell(board);
	expect(planner.sent).toEqual([['balance', 'balance:board', board]]);
	planner.stop();
	tell(board);
	expect(planner.sent).toHaveLength(1);
});
