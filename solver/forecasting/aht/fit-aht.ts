import { intervalsPerDay, truncateHistory, type CallHistory } from '../call-history.ts';
import { fitAhtProfile } from './aht-profile.ts';
import { ahtBand, ahtErrors, fitAhtSpread } from './aht-spread.ts';

export interface AhtForecast {
	/** Mean handle time expected of an interval with so many contacts, and its 80 % band; null: never measured. */
	at(
		weekday: number,
		interval: number,
		contacts: number
	): { ahtSeconds: number | null; ahtP10Seconds: number | null; ahtP90Seconds: number | null };
}

/** The last stretches held out in turn to measure the spread, where they leave so many days to learn from. */
const FOLDS = 3;
const FOLD_DAYS = 28;
const LEAST_DAYS = 28;

/**
 * Forecast of mean handle time (see aht-profile) with a band: its spread is measured on the last months, each four
 * weeks against a profile learned from what came before them, so that it holds the drift of the level as well as chance.
 *
 * Cost: O(cells).
 */
export function fitAht(history: CallHistory): AhtForecast {
	const profile = fitAhtProfile(history);
	if (!profile) return { at: () => ({ ahtSeconds: null, ahtP10Seconds: null, ahtP90Seconds: null }) };
	const width = intervalsPerDay(history.intervalSeconds);
	const held = Array.from({ length: FOLDS }, (_, k) => history.dayCount - (k + 1) * FOLD_DAYS)
		.filter((end) => end >= LEAST_DAYS)
		.flatMap((end) => {
			const earlier = fitAhtProfile(truncateHistory(history, end));
			return earlier ? ahtErrors(history, earlier, end, end + FOLD_DAYS) : [];
		});
	const spread = fitAhtSpread(held.length > 0 ? held : ahtErrors(history, profile, 0, history.dayCount));
	return {
		at(weekday, interval, contacts) {
			const ahtSeconds = profile[weekday * width + interval]!;
			const { p10, p90 } = ahtBand(spread, ahtSeconds, contacts);
			return { ahtSeconds, ahtP10Seconds: p10, ahtP90Seconds: p90 };
		}
	};
}
