import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { FeedSession } from '#lib/contracts/feed.ts';
import { formatTime } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { DayRevision } from '../publishing/index.ts';
import type { OwnShift } from '../rosters/index.ts';

export interface CalendarTerms {
	siteName: string;
	/** Added to the id of each shift's event: the same person's calendars that are not to replace each other. */
	mark?: string;
	timeZone: string;
	locale: Locale;
	nowMs: number;
	shifts: readonly OwnShift[];
	/** By local date: how often the day was published or changed, and when last. */
	revisions: ReadonlyMap<string, DayRevision>;
	sessions: readonly FeedSession[];
}

/**
 * Programs do not agree on whether the calendar's name is escaped (X-WR-CALNAME is in no standard, and the library
 * leaves it as it is): without what would have to be, it reads alike everywhere.
 */
const plainName = (text: string): string => text.replace(/\s*[\\;,\r\n]+\s*/g, ' ');

/** How often a calendar program is asked to look again. */
const REFRESH_SECONDS = 3_600;

/**
 * Shifts and sessions as RFC 5545 text. Every time is in UTC, so that the reader's program places it, whatever its
 * clocks do; only words inside a description are in the site's zone. A cancelled session stays, as cancelled: a program
 * that has shown it takes it out.
 */
export function writeCalendar({
	siteName,
	mark,
	timeZone,
	locale,
	nowMs,
	shifts,
	revisions,
	sessions
}: CalendarTerms): string {
	const options = { locale };
	const clock = (at: number) => formatTime(at, timeZone, options);
	const calendar = ical({
		name: plainName(m.coachfeed_calendar_name({ site: siteName }, options)),
		prodId: { company: 'Marea', product: 'Marea', language: locale.toUpperCase() },
		method: ICalCalendarMethod.PUBLISH,
		ttl: REFRESH_SECONDS
	});
	const stamp = new Date(nowMs);
	const onDate = new Map<string, number>();
	for (const { startAt, endAt, breaks } of shifts) {
		const date = format(new TZDate(startAt, timeZone), 'yyyy-MM-dd');
		const place = (onDate.get(date) ?? 0) + 1;
		onDate.set(date, place);
		const revision = revisions.get(date);
		calendar.createEvent({
			id: `${['shift', date, ...(place > 1 ? [place] : []), ...(mark === undefined ? [] : [mark])].join('-')}@marea`,
			stamp,
			sequence: revision?.sequence ?? 0,
			lastModified: revision ? new Date(revision.modifiedAt) : null,
			start: new Date(startAt),
			end: new Date(endAt),
			summary: m.coachfeed_calendar_shift({}, options),
			description:
				breaks
					.map((pause) =>
						(pause.isPaid ? m.me_break_paid : m.me_break_unpaid)(
							{ from: clock(pause.startAt), to: clock(pause.endAt) },
							options
						)
					)
					.join('\n') || null
		});
	}
	for (const session of sessions) {
		const isOff = session.state === 'cancelled' || session.state === 'missed';
		calendar.createEvent({
			id: `session-${session.id}@marea`,
			stamp,
			start: new Date(session.startAt),
			end: new Date(session.endAt),
			summary:
				session.coachName === null
					? m.coachfeed_calendar_session({ title: session.title[locale] }, options)
					: m.coachfeed_calendar_session_with(
							{ title: session.title[locale], coach: session.coachName },
							options
						),
			// What is said in a talk stays in Marea: calendars are shared and synced.
			description: session.module?.title[locale] ?? null,
			status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			// The shift around it already makes the person busy.
			transparency: ICalEventTransparency.TRANSPARENT
		});
	}
	return calendar.toString();
}
