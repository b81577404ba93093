import { z } from 'zod';
import { RIGHTS_OF_KEY_SCOPE, rightsWithin } from '#lib/contracts/rights.ts';
import { API_KEY_SCOPES } from '../db/schema/index.ts';
import { scopeField } from './scope-field.ts';

export const newKey = z
	.object({
		name: z
			.string()
			.trim()
			.min(1, { error: 'wanted a name' })
			.max(120, { error: 'wanted at most 120 characters' }),
		scope: z.enum(API_KEY_SCOPES, { error: `wanted one of ${API_KEY_SCOPES.join(', ')}` }),
		/** The part of the centre that it reads and acts on. */
		dataScope: scopeField,
		/** From now on; none: it does not expire. */
		expiresInDays: z
			.int({ error: 'wanted whole days' })
			.min(1, { error: 'wanted at least a day' })
			.max(3_650, { error: 'wanted at most ten years' })
			.nullish()
			.transform((days) => days ?? null)
	})
	.refine(
		({ scope, dataScope }) => !dataScope || rightsWithin(RIGHTS_OF_KEY_SCOPE[scope], dataScope).length > 0,
		{ path: ['dataScope'], error: 'a key of this kind is for the whole centre' }
	)
	.refine(({ scope, dataScope }) => !dataScope || scope !== 'ingest', {
		path: ['dataScope'],
		error: 'a feed tells of the whole centre'
	});
