import type { HiringModel } from './hiring-model.ts';

/** A month that no hiring within the limits closes. */
export interface UnclosableMonth {
	month: number;
	/** FTE missing even with every class as large as it may be. */
	leastShortFte: number;
	/**
	 * `lead`: nobody hired now is there by then; `ramp`: they are, but still in training or nesting; `class-size`: larger
	 * classes would close it.
	 */
	reason: 'lead' | 'ramp' | 'class-size';
}

/** FTE below this is rounding. */
const TOLERANCE = 1e-7;

/** Months that stay short with every class full. More people never make a month worse, so no other plan closes them. */
export function unclosableMonths(model: HiringModel): UnclosableMonth[] {
	const { most, effect, effectAtOnce, missing } = model;
	return missing.flatMap((need, month): UnclosableMonth[] => {
		const full = (effects: number[][]) =>
			most.reduce((sum, heads, s) => sum + heads * effects[s]![month]!, 0);
		const leastShortFte = need - full(effect);
		if (leastShortFte <= TOLERANCE) return [];
		if (full(effectAtOnce) <= 0) return [{ month, leastShortFte, reason: 'lead' }];
		return [{ month, leastShortFte, reason: full(effectAtOnce) >= need ? 'ramp' : 'class-size' }];
	});
}
