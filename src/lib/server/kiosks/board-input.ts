import { z } from 'zod';

export const BOARD_SECONDS = { min: 5, max: 120, usual: 12 } as const;

/** Queues that a wallboard shows, by id; none = all. */
export const boardQueues = z.array(z.string().min(1).max(200)).max(200);

/** How a wallboard looks that nobody can touch. */
export const board = z.object({
	queues: boardQueues,
	seconds: z
		.int({ error: 'wanted whole seconds' })
		.min(BOARD_SECONDS.min, { error: `wanted at least ${BOARD_SECONDS.min} seconds` })
		.max(BOARD_SECONDS.max, { error: `wanted at most ${BOARD_SECONDS.max} seconds` }),
	locale: z.enum(['en', 'es'], { error: 'wanted en or es' }),
	theme: z.enum(['dark', 'light'], { error: 'wanted dark or light' }),
	/** The totals are those of the chosen queues, not of the centre. */
	within: z.boolean().optional()
});
export type Board = z.infer<typeof board>;

export const newKiosk = z.object({
	name: z
		.string()
		.trim()
		.min(1, { error: 'wanted a name' })
		.max(120, { error: 'wanted at most 120 characters' }),
	board
});
