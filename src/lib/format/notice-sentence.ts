import type { CoachingNotice } from '#lib/contracts/coaching.ts';
import type { NoticeAbout } from '#lib/contracts/notices.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { formatDateTime } from './format-date-time.ts';

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
		}
	};
	const words = sentence();
	return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
