import type { Carriers } from './carriers.ts';

const TIMEOUT_MS = 10_000;

/** Sends a webhook. A redirect is not followed: the receiver is who was set up, nobody else. */
export const postWebhook: Carriers['post'] = async ({ url, headers, body }) => {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'user-agent': 'Marea', ...headers },
			body,
			redirect: 'manual',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		await response.body?.cancel();
		return response.ok ? { ok: true } : { ok: false, error: `answered ${response.status}` };
	} catch (error) {
		const cause = (error as { cause?: { code?: string } }).cause?.code;
		return { ok: false, error: cause ?? (error as Error).message };
	}
};
