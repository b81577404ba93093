import { z } from 'zod';
import { COMMAND_STATES, COMMANDS } from '#lib/contracts/commands.ts';
import { RFC3339 } from '#lib/contracts/events.ts';
import { parseInput } from '../access/index.ts';
import type { CommandFilter } from './list-commands.ts';

const instant = z
	.string()
	.regex(RFC3339, 'wanted an RFC 3339 instant such as 2026-11-22T09:30:00Z')
	.transform((text) => Date.parse(text));

const filter = z.object({
	state: z.enum(COMMAND_STATES).optional(),
	kind: z.enum(COMMANDS).optional(),
	subject: z.string().min(1).max(300).optional(),
	since: instant.optional(),
	order: z.enum(['newest', 'oldest']).default('newest'),
	limit: z.coerce.number().int().min(1).max(1_000).default(200)
});

/** Reads `?state=&kind=&subject=&since=&order=&limit=`. */
export function parseCommandFilter(search: URLSearchParams): CommandFilter {
	const { since, order, ...rest } = parseInput(
		'Listing commands',
		filter,
		Object.fromEntries(search) as z.input<typeof filter>
	);
	return { ...rest, sinceMs: since, oldestFirst: order === 'oldest' };
}
