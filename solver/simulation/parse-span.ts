import { numberIn, refuse, type ScenarioFields } from './scenario-fields.ts';
import type { LocalSpan } from './scenario.ts';

const DAY_SECONDS = 86_400;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Weekdays (default all), start and end of a span; an end at or before the start is on the next day. */
export function parseSpan(fields: ScenarioFields): LocalSpan {
	const startSeconds = fields.timeOfDay('start');
	let endSeconds = fields.timeOfDay('end');
	if (endSeconds <= startSeconds) endSeconds += DAY_SECONDS;
	if (startSeconds >= DAY_SECONDS) refuse(fields.at('start'), fields.raw('start'), 'a time before 24:00');
	if (endSeconds - startSeconds > DAY_SECONDS)
		refuse(fields.at('end'), fields.raw('end'), 'a span of at most 24 hours');
	return { weekdays: parseWeekdays(fields), startSeconds, endSeconds };
}

/** The field `weekdays`, every day when it is left out. */
export function parseWeekdays(fields: ScenarioFields): number[] {
	return fields.list(
		'weekdays',
		(value, path) =>
			Number.isInteger(value)
				? numberIn(value, path, 0, 6)
				: refuse(path, value, 'a weekday from 0 (Monday) to 6 (Sunday)'),
		EVERY_DAY
	);
}
