import { z } from 'zod';
import { API_KEY_SCOPES } from '../db/schema/index.ts';

export const newKey = z.object({
	name: z
		.string()
		.trim()
		.min(1, { error: 'wanted a name' })
		.max(120, { error: 'wanted at most 120 characters' }),
	scope: z.enum(API_KEY_SCOPES, { error: `wanted one of ${API_KEY_SCOPES.join(', ')}` })
});
