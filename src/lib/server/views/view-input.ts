import { z } from 'zod';
import { safeNext } from '../access/index.ts';

/** Path and query of one of our own pages: a link to elsewhere, or one that carries a secret, is none. */
const address = z
	.string()
	.max(2_000, { error: 'wanted at most 2,000 characters' })
	.refine((text) => text === '/' || safeNext(text) !== '/', {
		error: 'wanted a page of this site, from / on'
	})
	.refine((text) => !/[?&]token=/.test(text), { error: 'wanted an address without a token' });

const name = z
	.string()
	.trim()
	.min(1, { error: 'wanted a name' })
	.max(80, { error: 'wanted at most 80 characters' });

export const newView = z.object({ name, address, isShared: z.boolean() });
export const viewChange = z
	.object({ name, address, isShared: z.boolean() })
	.partial()
	.refine((change) => Object.keys(change).length > 0, { error: 'wanted a name, an address or isShared' });

export const viewId = z.string().min(1).max(64);
