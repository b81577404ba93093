import type { BalanceBoard } from '#lib/contracts/balance.ts';
import { requireRight } from '../access/index.ts';
import type { Actor } from '../context.ts';
import type { LiveBalance } from './live-balance.ts';

/** The proposals that stand, to those who may watch the floor. */
export function readBoard(balance: LiveBalance, actor: Pick<Actor, 'rights'> | null): BalanceBoard {
	requireRight(actor, 'balance.view');
	return balance.board();
}
