import { requireContact, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import type { ParsedCommand } from './command-input.ts';

/**
 * Refuses a command about what lies outside the actor's part of the centre. To say what somebody serves is to say what
 * they serve no more: it needs the person to be led, not only seen at work.
 */
export async function requireSubjects(
	ctx: Context,
	actor: Actor,
	{ kind, payload }: ParsedCommand
): Promise<void> {
	const { agent, queue, contact }: { agent?: string; queue?: string; contact?: string } = payload;
	requireRight(actor, 'live.act', { agent, queue, person: kind === 'agent.queues' ? agent : null });
	if (kind === 'agent.queues')
		for (const id of payload.queues) requireRight(actor, 'live.act', { queue: id });
	if (contact !== undefined) await requireContact(ctx, actor, 'live.act', contact);
}
