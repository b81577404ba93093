import type { LeaveObstacle } from '#lib/contracts/requests.ts';
import { ownAgentOf, parseInput } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { siteClock } from '../site-clock.ts';
import { amountIn } from './leave-amounts.ts';
import { readLeaveBook } from './leave-book.ts';
import { LeaveInput, leaveOf } from './leave-input.ts';

export interface LeavePreview {
	/** By calendar year, in the kind's unit. `left` is what would be left; null: no limit. */
	years: { year: number; amount: number; left: number | null }[];
	obstacles: LeaveObstacle[];
	/** On the wait-list, where it would go there. */
	place: number | null;
	isAutomatic: boolean;
}

/** What would come of asking for leave for oneself. Changes nothing. */
export async function previewLeave(ctx: Context, actor: Actor, input: LeaveInput): Promise<LeavePreview> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const wanted = parseInput('Asking for leave', LeaveInput, input);
	const [book, clock] = await Promise.all([readLeaveBook(ctx), siteClock(ctx)]);
	const request = leaveOf(wanted, book, { agentId, ...clock });
	const byDate = book.amounts(agentId, request).get(request.id)!;
	const obstacles = book.obstacles(request);
	const years = [...new Set([request.fromDate, request.toDate].map((date) => Number(date.slice(0, 4))))];
	return {
		years: years.map((year) => {
			const amount = amountIn(byDate, year);
			const balance = book.balances(agentId, year).find(({ kindId }) => kindId === request.kindId);
			const left = balance?.left ?? null;
			return { year, amount, left: left === null ? null : left - amount };
		}),
		obstacles,
		place: obstacles.length > 0 ? book.placeInLine({ ...request, state: 'waiting' }) : null,
		isAutomatic: book.terms.isAutomatic
	};
}
