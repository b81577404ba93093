import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** A telephone's clock may be a step off. */
const STEPS_AROUND = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A time-based code: RFC 6238 over SHA-1, six digits of every 30 seconds, as authenticator apps make it. */
export function totpCode(secret: Uint8Array, step: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(step));
	const mac = createHmac('sha1', secret).update(counter).digest();
	const at = mac.at(-1)! & 15;
	const number = mac.readUInt32BE(at) & 0x7fffffff;
	return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The time step that a code is of, near `nowMs` and after `lastStep`; null for a wrong or an old one. */
export function totpStep(
	secret: Uint8Array,
	code: string,
	nowMs: number,
	lastStep: number | null
): number | null {
	if (!/^\d{6}$/.test(code)) return null;
	const now = Math.floor(nowMs / 1000 / STEP_SECONDS);
	let found: number | null = null;
	for (let step = now - STEPS_AROUND; step <= now + STEPS_AROUND; step++)
		if (timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code)) && step > (lastStep ?? -1))
			found = step;
	return found;
}

/** RFC 4648 without padding: what a person types into an app. */
export function base32(bytes: Uint8Array): string {
	let [bits, value, text] = [0, 0, ''];
	for (const byte of bytes) {
		value = (value << 8) | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += ALPHABET[(value >>> bits) & 31];
		}
		value &= (1 << bits) - 1;
	}
	return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

/** The address that a QR code tells an app. */
export const totpUri = (secret: Uint8Array, site: string, account: string): string =>
	`otpauth://totp/${encodeURIComponent(site)}:${encodeURIComponent(account)}?${new URLSearchParams({
		secret: base32(secret),
		issuer: site,
		digits: String(DIGITS),
		period: String(STEP_SECONDS)
	})}`;
