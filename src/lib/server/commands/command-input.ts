import { z } from 'zod';
import { RFC3339 } from '#lib/contracts/events.ts';
import { AGENT_STATES } from '#lib/contracts/terms.ts';

const id = z.string().trim().min(1).max(200);
const common = {
	/** Why, in the supervisor's words. */
	reason: z.string().trim().max(500).nullable().default(null),
	origin: z.enum(['hand', 'balancer']).default('hand')
};
const contacts = z.int().min(1).max(1_000);
const instant = z.string().regex(RFC3339, 'wanted an RFC 3339 instant such as 2026-11-22T09:30:00Z');
const words = z.object({
	agent: id.optional(),
	queue: id.optional(),
	contact: id.optional(),
	text: z.string().trim().min(1).max(2_000)
});

export const CommandInput = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('agent.state'),
		payload: z.object({ agent: id, state: z.enum(AGENT_STATES) }),
		...common
	}),
	z.object({
		kind: z.literal('agent.queues'),
		payload: z.object({
			agent: id,
			queues: z
				.array(id)
				.max(200)
				.refine((queues) => new Set(queues).size === queues.length, 'wanted each queue once')
		}),
		...common
	}),
	z.object({
		kind: z.literal('queue.priority'),
		payload: z.object({ queue: id, priority: z.int().min(1).max(100) }),
		...common
	}),
	z.object({
		kind: z.literal('queue.callback'),
		payload: z
			.object({ queue: id, contacts, until: instant, from: instant, to: instant })
			.refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'wanted to after from'),
		...common
	}),
	z.object({
		kind: z.literal('queue.bot'),
		payload: z.object({ queue: id, intent: id, contacts, until: instant }),
		...common
	}),
	z.object({
		kind: z.literal('contact.transfer'),
		payload: z
			.object({ contact: id, queue: id.optional(), agent: id.optional() })
			.refine(
				({ queue, agent }) => (queue === undefined) !== (agent === undefined),
				'wanted a queue or an agent'
			),
		...common
	}),
	z.object({ kind: z.literal('help.ask'), payload: words, ...common }),
	z.object({
		kind: z.literal('note.leave'),
		payload: words.refine(
			({ agent, queue, contact }) => [agent, queue, contact].filter((of) => of !== undefined).length === 1,
			'wanted an agent, a queue or a contact'
		),
		...common
	})
]);
export type CommandInput = z.input<typeof CommandInput>;
/** As it is after the check. */
export type ParsedCommand = z.output<typeof CommandInput>;
