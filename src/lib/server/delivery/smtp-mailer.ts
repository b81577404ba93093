import type { Transporter } from 'nodemailer';
import type { Carriers } from './carriers.ts';

const TIMEOUT_MS = 15_000;

/**
 * Sends by the mail server of `url` (smtp://user:password@host:587, or smtps: for TLS from the first byte). Without
 * one every letter is refused with the reason, so that it is seen in the list of deliveries.
 */
export function smtpMailer(url: string | undefined, from: string): Carriers['mail'] {
	if (!url) return async () => ({ ok: false, error: 'No mail server is set: MAREA_SMTP_URL is empty.' });
	let transport: Promise<Transporter> | undefined;
	// With the first letter: a start need not wait for it.
	const open = async (): Promise<Transporter> => {
		const { createTransport } = await import('nodemailer');
		return createTransport({
			url,
			connectionTimeout: TIMEOUT_MS,
			greetingTimeout: TIMEOUT_MS,
			socketTimeout: TIMEOUT_MS,
			disableFileAccess: true,
			disableUrlAccess: true
		});
	};
	return async ({ to, subject, text }) => {
		try {
			await (await (transport ??= open())).sendMail({ from, to, subject, text });
			return { ok: true };
		} catch (error) {
			return { ok: false, error: (error as Error).message };
		}
	};
}
