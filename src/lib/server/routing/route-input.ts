import { z } from 'zod';
import { CHANNELS } from '#lib/contracts/terms.ts';
import { InvalidInputError } from '../access/index.ts';

const id = z.string().trim().min(1).max(200);

/** A contact that the log knows, or a described one. What is given beside `contact` stands before what the log says. */
export const RouteInput = z
	.strictObject({
		contact: id.optional(),
		queue: id.optional(),
		channel: z.enum(CHANNELS).optional(),
		language: z.string().trim().min(1).max(35).optional(),
		intent: id.optional(),
		customer: id.optional(),
		/** The customer's turns so far, oldest first: they tell intent and language where nobody has said them. */
		words: z.array(z.string().max(20_000)).max(50).optional(),
		priority: z.number().finite().optional(),
		/** How many agents, and how many of those refused, are told. */
		limit: z.int().min(1).max(1_000).default(20)
	})
	.refine(
		({ contact, queue, channel }) => contact !== undefined || queue !== undefined || channel !== undefined,
		'wanted a contact, a queue or a channel'
	);
export type RouteInput = z.input<typeof RouteInput>;

/** Reads the body at the door: the field, the value that it has and what was wanted. */
export function parseRoute(body: unknown): z.output<typeof RouteInput> {
	const parsed = RouteInput.safeParse(body);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map(({ path, message }) => {
		const value = path.reduce<unknown>(
			(part, key) => (part as Record<PropertyKey, unknown> | null)?.[key],
			body
		);
		const quoted =
			path.length > 0 ? ` "${String(JSON.stringify(value)).replaceAll('"', '').slice(0, 60)}"` : '';
		return `${path.join('.') || 'body'}${quoted}: ${message}`;
	});
	throw new InvalidInputError(`Routing a contact: ${problems.join('; ')}.`);
}
