import { z } from 'zod';
import { readWhatIf, type WhatIfAnswer, type WhatIfMove } from '#lib/contracts/what-if.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { Actor } from '../context.ts';
import { queueNow } from '../live/index.ts';
import type { BalanceDeps } from './accept-proposals.ts';
import { choosePeople } from './choose-people.ts';
import { changesBetween } from './judge-change.ts';
import { countBand, shareBand } from './to-effect.ts';

const MOST_MOVES = 20;
const WhatIfInput = z
	.array(
		z.string().transform((text, issues): WhatIfMove => {
			const move = readWhatIf(text);
			if (move && move.count <= 500) return move;
			issues.addIssue(
				`"${text.slice(0, 80)}" is no change, wanted move:FROM:TO:COUNT, absent:QUEUE:COUNT, extra:QUEUE:COUNT, callback:QUEUE:COUNT or bot:QUEUE:COUNT`
			);
			return z.NEVER;
		})
	)
	.min(1)
	.max(MOST_MOVES);

export const parseWhatIf = (texts: readonly string[]): WhatIfMove[] =>
	parseInput('Asking what if', WhatIfInput, texts);

/**
 * The next hour with and without any number of changes, from the floor as it is, for the queues on which they tell.
 *
 * @param texts each as `writeWhatIf` writes it
 */
export async function askWhatIf(
	{ ctx, state, balance }: Pick<BalanceDeps, 'ctx' | 'state' | 'balance'>,
	actor: Pick<Actor, 'rights'> | null,
	texts: readonly string[]
): Promise<WhatIfAnswer> {
	requireRight(actor, 'balance.view');
	const wanted = parseWhatIf(texts);
	const read = await balance.readFloor();
	if (!read) throw new InvalidInputError('Asking what if: the floor is not known now.');
	const { floor, variants, asOfMs } = read;
	const { floor: changed, moves, absent, touched } = choosePeople(read, wanted);
	const { before, after } = await balance.ask({ kind: 'curves', floor, variants, changed });
	const nowMs = ctx.now();
	return {
		asOfMs,
		people: moves,
		absent,
		queues: changesBetween(before, after, touched).map(({ queue, lostBefore, lostAfter }) => {
			const { id, targetShare } = floor.queues[queue]!;
			const fromMs = asOfMs + queueNow(state, state.queues.get(id)!, nowMs) - nowMs;
			return {
				queue: id,
				targetShare,
				isTouched: touched.has(queue),
				lostBefore,
				lostAfter,
				moments: before[queue]!.points.map((point, k) => {
					const then = after[queue]!.points[k]!;
					return {
						at: fromMs + point.inSeconds * 1000,
						waiting: [countBand(point.waiting), countBand(then.waiting)] as const,
						serviceLevel: [shareBand(point.serviceLevel), shareBand(then.serviceLevel)] as const
					};
				})
			};
		})
	};
}
