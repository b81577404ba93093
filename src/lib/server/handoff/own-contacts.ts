import type { HandoffCard } from '#lib/contracts/handoff.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import type { LiveState } from '../live/index.ts';
import { recordSuggestion } from '../suggestions/index.ts';
import { readAnswers } from './answers.ts';
import { handoffCard } from './handoff-card.ts';

/**
 * The cards of the contacts that the agent who asks has in hand, the latest first. The answer that stands first on a card is
 * suggested by being shown, and kept as such.
 */
export async function ownContacts(
	ctx: Context,
	state: LiveState,
	actor: Actor,
	locale: Locale
): Promise<HandoffCard[]> {
	requireRight(actor, 'schedule.own');
	const live = actor.agentId === null ? undefined : state.agents.get(actor.agentId);
	const inHand = [...(live?.handling ?? [])].sort((a, b) => b.handling!.since - a.handling!.since);
	const cards = await Promise.all(inHand.map(({ id }) => handoffCard(ctx, actor, id, locale)));
	const shown = cards.filter((card) => card !== null);
	for (const { contact, queue, answers, intent } of shown)
		if (answers[0])
			await recordSuggestion(ctx, {
				kind: 'answer',
				contactId: contact,
				queueId: queue?.id ?? null,
				subject: answers[0].id,
				rule: intent.name!,
				version: String((await readAnswers(ctx)).version),
				score: intent.probability,
				reasons: [{ text: answers[0].text }],
				madeAt: inHand.find(({ id }) => id === contact)!.handling!.since,
				madeFor: actor.id
			});
	return shown;
}
