import { z } from 'zod';
import type { NamedScope } from '#lib/contracts/scope.ts';

const ids = z.array(z.string().min(1).max(200)).max(500).default([]);

/** Null, or nothing named: the whole centre. */
export const scopeField = z
	.object({ sites: ids, teams: ids, queues: ids })
	.nullish()
	.transform((scope): NamedScope | null =>
		scope && scope.sites.length + scope.teams.length + scope.queues.length > 0 ? scope : null
	);
