import { asc, eq } from 'drizzle-orm';
import type { ContactDetails, ContactMoment } from '#lib/contracts/contact.ts';
import { requireRight, seenContacts } from '../access/index.ts';
import { countRepeats, findCare } from '../attention/index.ts';
import type { Actor, Context } from '../context.ts';
import { lateBotMessages } from './late-bot-messages.ts';
import { readGuess } from '../intents/index.ts';
import { agents, contacts, eventLog, messages, queues, visits } from '../db/schema/index.ts';
import { contactMood } from './contact-mood.ts';
import { readTurn } from './read-turn.ts';

/** Enough for any real contact; one that a faulty source floods is cut. */
const MOST_EVENTS = 2_000;

/** Told elsewhere on the page: the words in the transcript, an agent's state on the floor. */
const NOT_A_MOMENT = new Set(['marea.message', 'marea.bot.turn', 'marea.agent.state']);

/** A contact with its words, its stays in queues and what happened to it; null when there is none of that id. */
export async function findContact(
	ctx: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	contactId: string
): Promise<ContactDetails | null> {
	requireRight(actor, 'contacts.view');
	const { orm } = ctx.db;
	const [contact] = await orm.select().from(contacts).where(eq(contacts.id, contactId));
	if (!contact || !(await seenContacts(ctx, actor, [contactId])).has(contactId)) return null;
	const { customer, startedAt } = contact;
	const [visitRows, messageRows, eventRows, queueRows, agentRows, care, repeats, guess] = await Promise.all([
		orm.select().from(visits).where(eq(visits.contactId, contactId)).orderBy(asc(visits.ordinal)),
		orm.select().from(messages).where(eq(messages.contactId, contactId)).orderBy(asc(messages.ordinal)),
		orm
			.select({ type: eventLog.type, at: eventLog.at, data: eventLog.data })
			.from(eventLog)
			.where(eq(eventLog.contact, contactId))
			.orderBy(asc(eventLog.at), asc(eventLog.seq))
			.limit(MOST_EVENTS),
		orm.select({ id: queues.id, name: queues.name }).from(queues),
		orm.select({ id: agents.id, name: agents.name }).from(agents),
		findCare(ctx, contactId),
		customer === null ? null : countRepeats(ctx, [{ id: contactId, customer, startedAt }]),
		readGuess(ctx, contactId)
	]);
	const queueNames = new Map(queueRows.map(({ id, name }) => [id, name]));
	const agentNames = new Map(agentRows.map(({ id, name }) => [id, name]));
	const named = (id: string | null, names: Map<string, string>) =>
		id === null ? null : { id, name: names.get(id) ?? id };

	return {
		id: contact.id,
		channel: contact.channel,
		customer: contact.customer,
		language: contact.language,
		intent: contact.intent,
		guess,
		startedAt: contact.startedAt,
		endedAt: contact.endedAt,
		botOutcome: contact.botOutcome,
		csat: contact.csat,
		isDemo: contact.isDemo,
		visits: visitRows.map((visit) => ({
			queue: named(visit.queueId, queueNames)!,
			agent: named(visit.agentId, agentNames),
			outcome: visit.outcome,
			enteredAt: visit.enteredAt,
			leftAt: visit.leftAt,
			handledUntil: visit.handledUntil,
			talkSeconds: visit.talkMs / 1000,
			holdSeconds: visit.holdMs / 1000,
			wrapSeconds: visit.wrapMs / 1000
		})),
		messages: messageRows.map(readTurn),
		mood: contactMood(messageRows),
		repeats: repeats?.get(contactId) ?? null,
		care,
		timeline: lateBotMessages(eventRows)
			.filter(({ type }) => !NOT_A_MOMENT.has(type))
			.map(({ type, at, data }): ContactMoment => {
				const told = JSON.parse(data) as Record<string, unknown>;
				const text = (value: unknown) => (typeof value === 'string' ? value : null);
				return {
					type,
					at,
					queue: named(text(told.queue), queueNames),
					agent: named(text(told.agent), agentNames),
					bot: text(told.bot),
					reason: text(told.reason),
					to: named(text(told.to), queueNames),
					score: typeof told.score === 'number' ? told.score : null
				};
			})
	};
}
