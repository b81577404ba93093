import type { DayDifference, PublishedShift } from '#lib/contracts/publishing.ts';
import type { NoticeAbout } from '#lib/contracts/notices.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { formatDate } from './format-date.ts';
import { formatTime } from './format-time.ts';

/** `parts`: only what lies within the shift is otherwise. */
export type DifferenceKind = 'new' | 'off' | 'moved' | 'parts';

export function differenceKind({ before, after }: DayDifference): DifferenceKind {
	if (before.length === 0) return 'new';
	if (after.length === 0) return 'off';
	const spans = (shifts: readonly PublishedShift[]) =>
		shifts.map(({ startAt, endAt }) => `${startAt}-${endAt}`).join();
	return spans(before) === spans(after) ? 'parts' : 'moved';
}

/** "09:00–17:00", of several pieces "09:00–13:00 + 15:00–19:00"; a day without any is off. */
export function shiftTimes(
	shifts: readonly Pick<PublishedShift, 'startAt' | 'endAt'>[],
	timeZone: string,
	locale?: Locale
): string {
	if (shifts.length === 0) return m.publish_off({}, { locale });
	const clock = (at: number): string => formatTime(at, timeZone, { locale });
	return shifts.map(({ startAt, endAt }) => `${clock(startAt)}–${clock(endAt)}`).join(' + ');
}

const partTimes = (shifts: readonly PublishedShift[], timeZone: string, locale?: Locale): string =>
	shiftTimes(
		shifts.flatMap(({ breaks }) => breaks),
		timeZone,
		locale
	);

/** The local day, for people: "Mon 7 Dec". */
export const differenceDay = ({ date }: Pick<DayDifference, 'date'>, locale?: Locale): string =>
	formatDate(Date.parse(`${date}T00:00:00Z`), 'UTC', { style: 'weekday', locale });

/** What became of a day, without its name: "09:00–17:00 → 10:00–18:00", "new: 09:00–17:00", "off (was 09:00–17:00)". */
export function differenceWords(difference: DayDifference, timeZone: string, locale?: Locale): string {
	const { before, after } = difference;
	const options = { locale };
	const times = (shifts: readonly PublishedShift[]) => shiftTimes(shifts, timeZone, locale);
	switch (differenceKind(difference)) {
		case 'new':
			return m.publish_day_new({ after: times(after) }, options);
		case 'off':
			return m.publish_day_off({ before: times(before) }, options);
		case 'moved':
			return m.publish_day_moved({ before: times(before), after: times(after) }, options);
		case 'parts': {
			const parts = (shifts: readonly PublishedShift[]) =>
				shifts.some(({ breaks }) => breaks.length > 0)
					? partTimes(shifts, timeZone, locale)
					: m.publish_no_breaks({}, options);
			return m.publish_day_parts(
				{ shift: times(after), before: parts(before), after: parts(after) },
				options
			);
		}
	}
}

/** The first changed days that a notice carries, in words; empty where it carries none. */
export function namedChanges(about: NoticeAbout, timeZone: string, locale?: Locale): string {
	if (typeof about.changes !== 'string') return '';
	const changes = JSON.parse(about.changes) as DayDifference[];
	const more = (typeof about.days === 'number' ? about.days : 0) - changes.length;
	return [
		...changes.map((one) => `${differenceDay(one, locale)} ${noticeWords(one, timeZone, locale)}`),
		...(more > 0 ? [m.publish_notice_more({ count: more }, { locale })] : [])
	].join('; ');
}

/** A notice carries no breaks: a day of which only these changed is told by its hours. */
const noticeWords = (difference: DayDifference, timeZone: string, locale?: Locale): string =>
	differenceKind(difference) === 'parts'
		? m.publish_day_parts_short({ shift: shiftTimes(difference.after, timeZone, locale) }, { locale })
		: differenceWords(difference, timeZone, locale);
