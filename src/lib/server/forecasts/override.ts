import { z } from 'zod';
import type { forecastOverrides } from '../db/schema/index.ts';

/** A planner's change of a queue's forecast, as it is kept. */
export type Override = typeof forecastOverrides.$inferSelect;

const LONGEST_SPAN_MS = 448 * 86_400_000;
const instant = z.int().min(0).max(8e15);

const Span = z
	.object({ fromAt: instant, toAt: instant })
	.refine(({ fromAt, toAt }) => fromAt < toAt, 'must end after it begins')
	.refine(({ fromAt, toAt }) => toAt - fromAt <= LONGEST_SPAN_MS, 'may be 64 weeks long at most');

export const OverrideInput = z
	.object({
		queueId: z.string().min(1),
		/** Each becomes a change of its own, with the same amount. */
		spans: z.array(Span).min(1, 'choose at least one day or interval').max(500),
		measure: z.enum(['offered', 'aht']),
		operation: z.enum(['factor', 'total', 'value']),
		/** Of `factor` a ratio; of `total` contacts of the span; of `value` contacts an hour, or seconds. */
		amount: z.number().min(0).max(10_000_000),
		reason: z.string().trim().min(1, 'say why').max(300)
	})
	.refine(({ operation, amount }) => operation !== 'factor' || amount <= 100, {
		path: ['amount'],
		message: 'a factor may be 100 at most'
	})
	.refine(({ measure, operation }) => measure !== 'aht' || operation !== 'total', {
		path: ['operation'],
		message: 'a handle time has no total: give a factor or a value'
	})
	.refine(({ measure, amount }) => measure !== 'aht' || amount > 0, {
		path: ['amount'],
		message: 'a handle time must be above zero'
	})
	.refine(
		({ measure, operation, amount }) => measure !== 'aht' || operation !== 'value' || amount <= 86_400,
		{ path: ['amount'], message: 'a handle time may be a day (86400 s) at most' }
	);
export type OverrideInput = z.infer<typeof OverrideInput>;
