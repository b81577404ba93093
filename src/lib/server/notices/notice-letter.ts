import { noticeSentence } from '#lib/format/notice-sentence.ts';
import type { CoachingNotice } from '#lib/contracts/coaching.ts';
import type { NoticeAbout } from '#lib/contracts/notices.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { EmailBody } from '../delivery/index.ts';

/** A notice as a letter. What was written about a person stays in Marea: the letter says that it is there. */
export function noticeLetter(
	kind: CoachingNotice,
	about: NoticeAbout,
	{ name, locale, timeZone, page }: { name: string; locale: Locale; timeZone: string; page: string }
): EmailBody {
	const sentence = noticeSentence(kind, about, timeZone, locale);
	return {
		subject: m.coachfeed_mail_subject({ sentence }, { locale }),
		text: m.coachfeed_mail_text({ name, sentence, page }, { locale })
	};
}
