import { m } from '#lib/paraglide/messages.js';
import type { ResetLetter } from '#lib/server/access/index.ts';
import { smtpMailer } from '#lib/server/delivery/index.ts';
import { log } from '#lib/server/log.ts';

/** Sends the letter at once: in the list of deliveries its link would be read by others. */
export async function postResetLetter(
	{ to, name, token, validMinutes }: ResetLetter,
	locale: 'en' | 'es'
): Promise<void> {
	const link = new URL('/sign-in/reset', process.env.MAREA_URL);
	link.searchParams.set('token', token);
	const mail = smtpMailer(process.env.MAREA_SMTP_URL, process.env.MAREA_MAIL_FROM ?? 'marea@localhost');
	const sent = await mail({
		to,
		subject: m.access_reset_mail_subject({}, { locale }),
		text: m.access_reset_mail_text({ name, link: link.href, minutes: validMinutes }, { locale })
	});
	if (!sent.ok) log.error({ error: sent.error }, 'a reset letter could not be sent');
}
