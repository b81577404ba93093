import { z } from 'zod';

/** What who decides on somebody's request answers: to decline takes a reason. */
export const DecisionInput = z
	.object({
		id: z.string().min(1),
		decision: z.enum(['approve', 'decline']),
		reason: z.string().trim().max(300, 'at most 300 characters').default('')
	})
	.refine(({ decision, reason }) => decision === 'approve' || reason !== '', {
		error: 'say why it is declined',
		path: ['reason']
	});
export type DecisionInput = z.input<typeof DecisionInput>;
