import type { HandoffCard, SummaryLine } from '#lib/contracts/handoff.ts';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { summarise } from '#solver/conversations/index.ts';
import { can, ForbiddenError, requireContact, requireRight } from '../access/index.ts';
import { listPast } from '../contacts/index.ts';
import { scoreText } from '../conversations/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, queues } from '../db/schema/index.ts';
import { foldContact, type ContactFold } from '../live/index.ts';
import { botPart, conversationOf, unanswered, type Conversation } from './conversation.ts';
import { firstWords } from './first-words.ts';
import { readAnswers } from './answers.ts';
import { readHandoffRules } from './handoff-rules.ts';
import { firstNeed } from './judge.ts';
import { readContactEvents } from './read-conversation.ts';
import { toldContact } from './told-intent.ts';

const SENTENCES = 5;
const PAST = 6;
const MOST_ANSWERS = 3;

/**
 * What a person who takes over a contact needs to know; null when no event has told of it. To those who may see contacts, and to the
 * agent who has it or had it last.
 */
export async function handoffCard(
	ctx: Context,
	actor: Actor | null,
	contactId: string,
	locale: Locale
): Promise<HandoffCard | null> {
	const mayAll = actor !== null && can(actor, 'contacts.view');
	if (!mayAll) requireRight(actor, 'schedule.own');
	else await requireContact(ctx, actor, 'contacts.view', contactId);
	const events = await readContactEvents(ctx, contactId);
	const fold = events.length > 0 ? foldContact(events) : null;
	// An agent is not told whether somebody else's contact exists.
	if (!mayAll && (actor!.agentId === null || agentOf(fold) !== actor!.agentId))
		throw new ForbiddenError('contacts.view');
	return fold && cardOf(ctx, fold, events, locale);
}

/** Who has the contact, or had it last. */
const agentOf = (fold: ContactFold | null): string | null =>
	fold?.handling?.agent ?? fold?.visits.findLast(({ agent }) => agent !== null)?.agent ?? null;

async function cardOf(
	ctx: Context,
	fold: ContactFold,
	events: readonly LoggedEvent[],
	locale: Locale
): Promise<HandoffCard> {
	const { orm } = ctx.db;
	const [queueRows, agentRows, { rules }, { answers }, told, past] = await Promise.all([
		orm.select({ id: queues.id, name: queues.name }).from(queues),
		orm.select({ id: agents.id, name: agents.name }).from(agents),
		readHandoffRules(ctx),
		readAnswers(ctx),
		toldContact(ctx, fold),
		fold.customer === null ? [] : listPast(ctx, fold.customer, fold.startedAt, PAST)
	]);
	const named = (id: string | null, rows: { id: string; name: string }[]) =>
		id === null ? null : { id, name: rows.find((row) => row.id === id)?.name ?? id };
	const c = conversationOf(events);
	const need = c.hasBot ? firstNeed(c, told.intent, rules) : null;
	const waiting = unanswered(c);
	const language = told.language?.slice(0, 2).toLowerCase();
	const wordsIn = language === 'en' || language === 'es' ? language : locale;
	return {
		contact: fold.id,
		stage: stageOf(fold, c),
		channel: fold.channel,
		queue: named(fold.waiting?.queue ?? fold.visits.at(-1)?.queue ?? fold.bot?.queue ?? null, queueRows),
		agent: named(agentOf(fold), agentRows),
		customer: { id: fold.customer, name: c.customerName, language: told.language, value: c.value },
		intent: told.intent,
		decision: need && { at: need.at, reasons: [...need.reasonsNow] },
		escalation: c.escalation,
		tried: c.steps,
		verified: c.verified,
		told: c.told,
		summary: summaryOf(c),
		moods: c.messages.flatMap(({ at, party, text }) => {
			const score = party === 'customer' ? scoreText(text) : null;
			return score === null ? [] : [{ at, score }];
		}),
		unanswered: waiting,
		lateBot: c.lateBot,
		past,
		firstWords: {
			language: wordsIn,
			text: firstWords({
				locale: wordsIn,
				customerName: c.customerName,
				intent: told.intent.name,
				verified: c.verified,
				reasons: need?.reasonsNow ?? [],
				hasWaited: waiting.length > 0
			})
		},
		answers: answers
			.filter(({ intent, language }) => intent === told.intent.name && language === wordsIn)
			.slice(0, MOST_ANSWERS)
	};
}

function stageOf(fold: ContactFold, { escalation }: Conversation): HandoffCard['stage'] {
	if (fold.handling) return 'person';
	if (fold.endedAt !== null) return 'over';
	if (fold.waiting || escalation !== null) return 'waiting';
	return fold.bot?.outcome === 'active' ? 'bot' : fold.visits.length > 0 ? 'over' : 'waiting';
}

/** Of what was said before a person had the contact: afterwards the agent knows. Word for word, each by its place. */
function summaryOf(c: Conversation): SummaryLine[] {
	const part = botPart(c);
	return summarise(part, { sentences: SENTENCES }).map(({ turn, text, role }) => ({
		...part[turn]!,
		text,
		role
	}));
}
