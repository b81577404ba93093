import type { z } from 'zod';
import { InvalidInputError } from './invalid-input-error.ts';

/** Parses at the door of a verb. Values are not quoted in the message: one of them may be a password. */
export function parseInput<T>(action: string, schema: z.ZodType<T>, input: unknown): T {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
	throw new InvalidInputError(`${action}: ${problems.join('; ')}.`);
}
