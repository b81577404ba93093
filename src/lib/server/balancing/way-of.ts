import type { ProposedBreak } from '#lib/contracts/balance.ts';
import type { FloorChange } from './change-floor.ts';

/** The change by which this break begins then, where that can still be. */
export const wayOf = (
	ways: readonly FloorChange[],
	agent: number | undefined,
	{ fromAt, movedTo }: Pick<ProposedBreak, 'fromAt' | 'movedTo'>
): FloorChange | undefined =>
	ways.find((way) => way.agent === agent && way.moved?.fromAt === fromAt && way.moved.movedTo === movedTo);
