import { createHash } from 'node:crypto';

/** A key is 256 random bits, so that one quick hash is enough to keep it. */
export function hashKey(key: string): string {
	return createHash('sha256').update(key).digest('hex');
}
