import type { PromiseOutcome, UntoldReason } from '#lib/contracts/balance.ts';
import type { CommandState } from '#lib/contracts/commands.ts';

export interface PromiseFacts {
	/** The promised band; null: nobody was expected to come. */
	low: number | null;
	high: number | null;
	/** What came; null: nobody did. */
	measured: number | null;
	/** Of the moves, one each; null: it could not be asked for, or the day is not changed any more. */
	moves: readonly (CommandState | null)[];
	hasOtherMoves: boolean;
	hasGap: boolean;
	isSilent: boolean;
}

/** Bands are kept to four digits. */
const ROUNDING = 5e-5;

/** Whether what came is what was promised, or why that cannot be told. Only for promises that are due. */
export function judgePromise(facts: PromiseFacts): { outcome: PromiseOutcome; why: UntoldReason | null } {
	const untold = (why: UntoldReason) => ({ outcome: 'untold' as const, why });
	const { low, high, measured, moves } = facts;
	const carriedOut = moves.filter((state) => state === 'confirmed').length;
	if (carriedOut === 0) return untold('not-carried-out');
	if (carriedOut < moves.length) return untold('partly-carried-out');
	if (facts.hasGap) return untold('gap');
	if (facts.isSilent) return untold('silent');
	if (facts.hasOtherMoves) return untold('other-moves');
	if (measured === null || low === null || high === null) return untold('nobody-came');
	if (measured < low - ROUNDING) return { outcome: 'below', why: null };
	return { outcome: measured > high + ROUNDING ? 'above' : 'within', why: null };
}
