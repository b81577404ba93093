import type { z } from 'zod';
import type { HandoffTrial } from '#lib/contracts/handoff.ts';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { foldContact } from '../live/index.ts';
import { conversationOf } from './conversation.ts';
import { HandoffRulesInput } from './handoff-rules.ts';
import { firstNeed } from './judge.ts';
import { readEventsOf } from './read-conversation.ts';
import { toldContact } from './told-intent.ts';

const PERIOD_MS = 7 * 86_400_000;
/** The latest of them: enough for any share, and a second's work. */
export const MOST_TRIED = 1_500;
const AT_ONCE = 150;

/** What rules would have done with the bot's conversations of the last week. */
export async function tryHandoffRules(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof HandoffRulesInput>
): Promise<HandoffTrial> {
	requireRight(actor, 'handoff.manage');
	const rules = parseInput('Trying handoff rules', HandoffRulesInput, input);
	const { rows } = await ctx.db.client.execute({
		sql: `SELECT id FROM contacts WHERE bot_outcome IN ('resolved', 'escalated', 'left') AND last_event_at > ? ORDER BY last_event_at DESC LIMIT ?`,
		args: [ctx.now() - PERIOD_MS, MOST_TRIED]
	});
	const ids = rows.map(({ id }) => String(id));
	const trial: HandoffTrial = {
		conversations: ids.length,
		needed: 0,
		byRule: {},
		escalated: 0,
		contained: 0,
		escalatedWithout: 0,
		turnsBefore: null
	};
	let turns = 0;
	for (let i = 0; i < ids.length; i += AT_ONCE) {
		for (const events of (await readEventsOf(ctx, ids.slice(i, i + AT_ONCE))).values()) {
			const fold = foldContact(events);
			const need = firstNeed(conversationOf(events), (await toldContact(ctx, fold)).intent, rules);
			const isEscalated = fold.bot?.outcome === 'escalated';
			if (!need) {
				if (isEscalated) trial.escalatedWithout++;
				continue;
			}
			trial.needed++;
			turns += need.turns;
			if (isEscalated) trial.escalated++;
			if (fold.bot?.outcome === 'resolved') trial.contained++;
			for (const rule of new Set(need.reasons.map(({ rule }) => rule)))
				trial.byRule[rule] = (trial.byRule[rule] ?? 0) + 1;
		}
		// Requests go on between the parts.
		await new Promise(setImmediate);
	}
	if (trial.needed > 0) trial.turnsBefore = turns / trial.needed;
	return trial;
}
