import type { CoachingNotice } from '#lib/contracts/coaching.ts';
import type { NoticeAbout } from '#lib/contracts/notices.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { formatDate } from './format-date.ts';
import { formatDateTime } from './format-date-time.ts';
import { namedChanges } from './schedule-difference.ts';

/** What a notice says, in one sentence without a full stop. What it does not name becomes "somebody". */
export function noticeSentence(
	kind: CoachingNotice,
	about: NoticeAbout,
	timeZone: string,
	locale?: Locale
): string {
	const options = { locale };
	const name = (key: string): string => String(about[key] || m.coachfeed_somebody({}, options));
	const at = formatDateTime(typeof about.startAt === 'number' ? about.startAt : null, timeZone, { locale });
	const date = (): string => formatDate(Date.parse(`${about.date}T00:00:00Z`), 'UTC', { locale });
	const isTimeOff = about.offer === 'time_off';
	const sentence = (): string => {
		switch (kind) {
			case 'session.planned':
				return m.coachfeed_notice_planned({ coach: name('coach'), at }, options);
			case 'session.moved':
				return m.coachfeed_notice_moved({ at }, options);
			case 'session.cancelled':
				return m.coachfeed_notice_cancelled({ at }, options);
			case 'session.held':
				return m.coachfeed_notice_held({}, options);
			case 'session.acknowledged':
				return m.coachfeed_notice_acknowledged({ agent: name('agent') }, options);
			case 'comment.added':
				return m.coachfeed_notice_comment({ by: name('by') }, options);
			case 'kudos.given':
				return m.coachfeed_notice_kudos({ by: name('by') }, options);
			case 'effect.measured':
				return m.coachfeed_notice_effect({}, options);
			case 'evaluation.shared':
				return m.coachfeed_notice_shared({}, options);
			case 'evaluation.disputed':
				return m.coachfeed_notice_disputed({ agent: name('agent') }, options);
			case 'evaluation.answered':
				return m.coachfeed_notice_answered({}, options);
			case 'schedule.changed':
				return m.dayplan_notice({ at }, options);
			case 'schedule.published':
			case 'schedule.reminder': {
				const told = {
					count: typeof about.days === 'number' ? about.days : 0,
					day: formatDate(typeof about.startAt === 'number' ? about.startAt : null, timeZone, {
						style: 'weekday',
						locale
					}),
					changes: namedChanges(about, timeZone, locale)
				};
				return kind === 'schedule.reminder'
					? m.publish_notice_reminder(told, options)
					: m.publish_notice(told, options);
			}
			case 'leave.approved':
				return m.leave_notice_approved({ at }, options);
			case 'leave.declined':
				return m.leave_notice_declined({ at }, options);
			case 'leave.free':
				return m.leave_notice_free({ at }, options);
			case 'swap.offered':
				return m.swap_notice_offered({ at }, options);
			case 'swap.accepted':
				return m.swap_notice_accepted({ at }, options);
			case 'swap.done':
				return m.swap_notice_done({ at }, options);
			case 'swap.declined':
				return m.swap_notice_declined({ at }, options);
			case 'swap.ended':
				return m.swap_notice_ended({ at }, options);
			case 'availability.approved':
				return m.wish_notice_approved({ date: date() }, options);
			case 'availability.declined':
				return m.wish_notice_declined({ date: date() }, options);
			case 'offer.made':
				return isTimeOff ? m.offer_notice_made_off({ at }, options) : m.offer_notice_made({ at }, options);
			case 'offer.withdrawn':
				return m.offer_notice_withdrawn({ at }, options);
			case 'offer.accepted':
				return isTimeOff
					? m.offer_notice_accepted_off({ agent: name('agent'), at }, options)
					: m.offer_notice_accepted({ agent: name('agent'), at }, options);
			case 'offer.taken-back':
				return m.offer_notice_taken_back({ agent: name('agent'), at }, options);
		}
	};
	const words = sentence();
	return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
