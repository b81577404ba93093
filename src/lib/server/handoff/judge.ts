import { findCues } from '#solver/conversations/index.ts';
import {
	decideHandoff,
	type ConversationSigns,
	type HandoffReason,
	type HandoffRules
} from '#solver/routing/index.ts';
import { scoreText } from '../conversations/index.ts';
import { botPart, type Conversation } from './conversation.ts';

export interface Need {
	at: number;
	/** What held then. */
	reasons: readonly HandoffReason[];
	/** What holds by the last moment at which the bot had the contact, or once did. */
	reasonsNow: readonly HandoffReason[];
	/** Turns of the customer until then. */
	turns: number;
}

/**
 * The first moment at which the rules ask for a person, judged after each turn of the customer and each turn that
 * the bot failed, as far as the bot had the contact; null where they never do.
 */
export function firstNeed(
	conversation: Conversation,
	intent: { name: string | null; probability: number | null },
	rules: HandoffRules
): Need | null {
	const { escalation, answeredAt, value } = conversation;
	const until = Math.min(escalation?.at ?? Infinity, answeredAt ?? Infinity);
	const turns = botPart(conversation).filter(({ party, at }) => party === 'customer' && at <= until);
	const failedAt = conversation.failedAt.filter((at) => at <= until);
	const moments = [...turns.map(({ at }) => at), ...failedAt].sort((a, b) => a - b);
	const read = turns.map(({ at, text }) => ({ at, mood: scoreText(text), cues: findCues(text) }));
	let first: Omit<Need, 'reasonsNow'> | null = null;
	const held = new Map<string, HandoffReason>();
	for (const now of moments) {
		const said = read.filter((turn) => turn.at <= now);
		const cues = said.flatMap((turn) => turn.cues);
		const signs: ConversationSigns = {
			intent: intent.name,
			intentProbability: intent.probability,
			moods: said.flatMap(({ mood }) => (mood === null ? [] : [mood])),
			failedTurns: failedAt.filter((failed) => failed <= now).length,
			askedForPerson: cues.some(({ kind }) => kind === 'asks-for-person'),
			cues,
			value
		};
		const { reasons } = decideHandoff(rules, signs);
		if (reasons.length > 0) first ??= { at: now, reasons, turns: said.length };
		for (const reason of reasons)
			held.set(reason.rule === 'cue' ? `cue ${reason.kind}` : reason.rule, reason);
	}
	return first && { ...first, reasonsNow: inOrder([...held.values()]) };
}

const ORDER: HandoffReason['rule'][] = ['request', 'cue', 'intent', 'failed-turns', 'mood', 'fall', 'value'];
const inOrder = (reasons: HandoffReason[]): HandoffReason[] =>
	reasons.sort((a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule));
