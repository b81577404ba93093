import type { ProposedDayChange } from '#lib/contracts/balance.ts';
import type { FloorChange } from './change-floor.ts';

/** The change of the floor that a change of somebody's day is, where it can still be. */
export const wayOf = (
	ways: readonly FloorChange[],
	agent: number | undefined,
	{ kind, fromAt, toAt, movedTo }: ProposedDayChange
): FloorChange | undefined =>
	ways.find(
		({ agent: who, day }) =>
			who === agent &&
			day?.kind === kind &&
			day.fromAt === fromAt &&
			day.toAt === toAt &&
			day.movedTo === movedTo
	);
