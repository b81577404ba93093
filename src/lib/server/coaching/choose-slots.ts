import type { Slot } from '#lib/contracts/coaching-views.ts';
import { LEAST_MARGIN, leastMargin, type Margin } from './margins.ts';

interface Span {
	startAt: number;
	endAt: number;
}
export interface SlotSearch {
	minutes: number;
	/** Times in which the agent is there, without the breaks. */
	free: readonly (Span & { basis: Slot['basis'] })[];
	/** Other sessions of the agent or the coach, and breaks. */
	taken: readonly Span[];
	margins: readonly Margin[];
}

const STEP_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const MOST = 12;
const MOST_A_DAY = 3;
/** Between two that are offered: the next quarter of an hour is no other choice. */
const APART_MS = 60 * 60_000;
/** A margin beyond this is as good as any. */
const AMPLE = 4;

/**
 * Slots that coverage allows, best first: a known margin before an unknown one, a larger before a smaller, then the
 * soonest. They lie an hour apart and no more than three are of one day, so that there is a choice. Pure.
 */
export function chooseSlots({ minutes, free, taken, margins }: SlotSearch): Slot[] {
	const length = minutes * 60_000;
	const found: Slot[] = [];
	for (const { startAt, endAt, basis } of free)
		for (let at = Math.ceil(startAt / STEP_MS) * STEP_MS; at + length <= endAt; at += STEP_MS) {
			if (taken.some((span) => span.startAt < at + length && span.endAt > at)) continue;
			const margin = leastMargin(margins, at, at + length);
			if (margin !== null && margin < LEAST_MARGIN) continue;
			found.push({ startAt: at, endAt: at + length, basis, margin });
		}
	const worth = ({ basis, margin }: Slot): number =>
		basis === 'opening-hours' ? -2 : margin === null ? -1 : Math.min(AMPLE, Math.floor(margin));
	found.sort((a, b) => worth(b) - worth(a) || a.startAt - b.startAt);
	const chosen: Slot[] = [];
	const ofDay = new Map<number, number>();
	for (const slot of found) {
		if (chosen.length === MOST) break;
		const day = Math.floor(slot.startAt / DAY_MS);
		const n = ofDay.get(day) ?? 0;
		if (n >= MOST_A_DAY) continue;
		if (chosen.some((one) => one.startAt < slot.endAt + APART_MS && one.endAt + APART_MS > slot.startAt))
			continue;
		ofDay.set(day, n + 1);
		chosen.push(slot);
	}
	return chosen;
}
