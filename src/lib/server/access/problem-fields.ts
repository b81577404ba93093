import type { z } from 'zod';

/** The fields of a form that a verb would refuse; the page has its own words for each. */
export function problemFields(schema: z.ZodType, input: unknown): string[] {
	const parsed = schema.safeParse(input);
	return parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))];
}
