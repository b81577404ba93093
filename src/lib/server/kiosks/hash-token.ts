import { createHash } from 'node:crypto';

/** A token is 256 random bits, so that one quick hash is enough to keep it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
