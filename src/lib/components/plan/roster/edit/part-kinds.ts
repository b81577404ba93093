import type { ShiftPart } from '#solver/rostering/index.ts';

export type PartKind = NonNullable<ShiftPart['kind']>;

/** What a part is when nothing else is said. */
const USUAL: Record<PartKind, { minutes: number; paid: boolean }> = {
	break: { minutes: 15, paid: true },
	lunch: { minutes: 30, paid: false },
	training: { minutes: 60, paid: true },
	meeting: { minutes: 60, paid: true }
};

export const PART_KINDS = ['break', 'lunch', 'training', 'meeting'] as const satisfies readonly PartKind[];

/** A part of a kind as it usually is, its length up to the grid. */
export function usualPart(
	kind: PartKind,
	intervalMinutes: number
): { kind: PartKind; lengthMinutes: number; paid: boolean } {
	const { minutes, paid } = USUAL[kind];
	return { kind, lengthMinutes: Math.ceil(minutes / intervalMinutes) * intervalMinutes, paid };
}
