import { createHmac } from 'node:crypto';

/**
 * Headers that let the receiver check who sent a webhook and that nobody changed it, by the Standard Webhooks
 * scheme: HMAC-SHA256 over `id.timestamp.body`.
 *
 * @param secret `whsec_` and the key in base64
 */
export function signWebhook(
	secret: string,
	message: { id: string; atMs: number; body: string }
): Record<string, string> {
	const timestamp = String(Math.floor(message.atMs / 1000));
	const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	const signature = createHmac('sha256', key)
		.update(`${message.id}.${timestamp}.${message.body}`)
		.digest('base64');
	return {
		'webhook-id': message.id,
		'webhook-timestamp': timestamp,
		'webhook-signature': `v1,${signature}`
	};
}
