import type { Metric } from '../metrics.ts';
import type { ExpectedEffect } from './expected-effect.ts';

/**
 * Minutes of handling that one contact less, or more, of a kind is worth: what puts seconds, rates and moods side by
 * side. A repeat costs a contact of average length, a transfer most of one, a dissatisfied customer about one.
 */
export interface WorthMinutes {
	hold: number;
	transfer: number;
	repeat: number;
	dissatisfied: number;
	escalation: number;
	/** A whole point of mood (−1 to 1), or of the quality score (0–1), on one contact. */
	mood: number;
	quality: number;
}
export const WORTH_MINUTES: WorthMinutes = {
	hold: 0.5,
	transfer: 4,
	repeat: 6,
	dissatisfied: 6,
	escalation: 10,
	mood: 3,
	quality: 5
};
const SHIFT_MINUTES_A_WEEK = 2_400;

/** Minutes a week that the expected effects save. FCR and re-contacts are one thing: the larger counts. */
export function minutesSaved(
	effects: readonly ExpectedEffect[],
	contactsPerWeek: number,
	worth: WorthMinutes = WORTH_MINUTES
): number {
	const each: Record<Metric, (now: number, then: number) => number> = {
		aht: (now, then) => (now - then) / 60,
		acw: (now, then) => (now - then) / 60,
		hold: (now, then) => (now - then) * worth.hold,
		transfer: (now, then) => (now - then) * worth.transfer,
		fcr: (now, then) => (then - now) * worth.repeat,
		recontact: (now, then) => (now - then) * worth.repeat,
		csat: (now, then) => (then - now) * worth.dissatisfied,
		mood: (now, then) => (then - now) * worth.mood,
		escalation: (now, then) => (now - then) * worth.escalation,
		quality: (now, then) => (then - now) * worth.quality,
		adherence: () => 0
	};
	const saved = new Map(effects.map(({ metric, now, then }) => [metric, each[metric](now, then)]));
	const repeats = Math.max(saved.get('fcr') ?? 0, saved.get('recontact') ?? 0);
	// After-contact work is part of handle time.
	const handling = Math.max(saved.get('aht') ?? 0, saved.get('acw') ?? 0);
	let minutes = repeats + handling;
	for (const [metric, value] of saved)
		if (!['fcr', 'recontact', 'aht', 'acw'].includes(metric)) minutes += value;
	const adherence = effects.find(({ metric }) => metric === 'adherence');
	return (
		minutes * contactsPerWeek + (adherence ? (adherence.then - adherence.now) * SHIFT_MINUTES_A_WEEK : 0)
	);
}
