import { weekdayOf } from '../calendar.ts';
import type { LevelModel } from '../level/level-model.ts';
import type { ForecastModel } from './forecast-model.ts';

/** A model of the day's total, spread over the day by the weekday × interval profile. */
export function levelTimesProfile(level: LevelModel, name = `${level.name} × profile`): ForecastModel {
	return {
		name,
		leastDays: level.leastDays,
		fit(training, profile, warmStart) {
			const width = training.columns.length;
			const fitted = level.fit(training, profile.totals, warmStart);
			return {
				predict(day) {
					const total = fitted.predict(day);
					const at = weekdayOf(day) * width;
					return profile.shares.slice(at, at + width).map((share) => share * total);
				},
				...(fitted.coversHistory && { totalOf: (day: number) => fitted.predict(day) }),
				warmStart: fitted.warmStart
			};
		}
	};
}
