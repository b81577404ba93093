import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { secretOf } from './secret-of.ts';

const keyOf = async (ctx: Context): Promise<Buffer> =>
	Buffer.from(hkdfSync('sha256', await secretOf(ctx), '', 'marea second factor', 32));

/** Encrypts what must be read again: with MAREA_SECRET set, a copy of the database alone does not give it away. */
export async function seal(ctx: Context, bytes: Uint8Array): Promise<string> {
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', await keyOf(ctx), iv);
	const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws Error where it was sealed with another secret, or changed */
export async function unseal(ctx: Context, text: string): Promise<Buffer> {
	const bytes = Buffer.from(text, 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', await keyOf(ctx), bytes.subarray(0, 12));
	decipher.setAuthTag(bytes.subarray(12, 28));
	return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
