import type { PastContact, RouteAnswer } from '#lib/contracts/handoff.ts';
import { subjectSentence } from '#lib/format/subject-text.ts';
import { handoffSentence } from '#lib/format/handoff-sentence.ts';
import {
	queueSentence,
	rankSentence,
	refusalSentence,
	suggestionSentence,
	type Suggested
} from '#lib/format/route-sentence.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { rankAgents } from '#solver/routing/index.ts';
import {
	InvalidInputError,
	requireContact,
	requireRight,
	scopeOf,
	seesAgent,
	seesQueue
} from '../access/index.ts';
import { listPast } from '../contacts/index.ts';
import type { Actor, Context } from '../context.ts';
import {
	conversationOf,
	firstNeed,
	readContactEvents,
	readHandoffRules,
	toldContact,
	type Conversation
} from '../handoff/index.ts';
import { tellIntent } from '../intents/index.ts';
import { foldContact, readFloor, type CentreConfig, type LiveState } from '../live/index.ts';
import { recordSuggestion } from '../suggestions/index.ts';
import { agentsNow, readProficiencies } from './agents-now.ts';
import { centreProfile } from './centre-profile.ts';
import { chooseQueue, type QueueChoice } from './choose-queue.ts';
import { parseRoute } from './route-input.ts';

const ACTION = 'Routing a contact';
/** The ranking's version: it is told with each suggestion, so that the weights of one are not judged by another's outcomes. */
export const ROUTE_VERSION = '1';
/** How far back a customer's contacts tell with whom it went well. */
const PAST_CONTACTS = 50;

/**
 * Who should take a contact, and why; who should not, and why not. What is suggested for a contact that is known is kept, so that it can
 * be judged by what comes of it.
 */
export async function routeContact(
	ctx: Context,
	state: LiveState,
	actor: Actor,
	body: unknown,
	locale: Locale
): Promise<RouteAnswer> {
	requireRight(actor, 'contacts.route');
	const input = parseRoute(body);
	requireRight(actor, 'contacts.route', { queue: input.queue });
	if (input.contact !== undefined) await requireContact(ctx, actor, 'contacts.route', input.contact);
	const [known, profile] = await Promise.all([readKnown(ctx, input.contact), centreProfile(ctx)]);
	const wallMs = ctx.now();
	const wanted = {
		channel: input.channel ?? known?.channel ?? null,
		language: input.language ?? known?.language ?? null,
		intent: input.intent ?? known?.intent.name ?? null,
		intentProbability: input.intent === undefined ? (known?.intent.probability ?? null) : null,
		customer: input.customer ?? known?.customer ?? null
	};
	if (wanted.intent === null || wanted.language === null) {
		// Asked for in the same second, the words have not been looked at yet.
		const told = await tellIntent(ctx, input.words ?? customerTurns(known?.conversation));
		if (wanted.intent === null && told?.intent) {
			wanted.intent = told.intent;
			wanted.intentProbability = told.probability;
		}
		wanted.language ??= told?.language ?? null;
	}
	const choice = queueFor(state, input.queue, known?.queue ?? null, () =>
		chooseQueue(partOf(state.config, actor), profile, wanted)
	);
	const { rules } = await readHandoffRules(ctx);
	const conversation = known && {
		...known.conversation,
		value: input.priority ?? known.conversation.value
	};
	const need = conversation?.hasBot
		? firstNeed(conversation, { name: wanted.intent, probability: wanted.intentProbability }, rules)
		: null;
	const reasons = (need?.reasonsNow ?? []).map((reason) => ({
		...reason,
		sentence: handoffSentence(reason, locale)
	}));
	// A bot's platform that has handed on, or an agent who has answered, has settled the question.
	const isDecided = conversation
		? conversation.escalation !== null || conversation.answeredAt !== null
		: false;
	const needsPerson = conversation?.hasBot ? need !== null || isDecided : null;

	const floor = readFloor(state, wallMs);
	const names = new Map(floor.agents.map(({ id, name }) => [id, name]));
	const states = new Map(floor.agents.map((row) => [row.id, row.state]));
	const queue = choice?.queue ?? null;
	const row = floor.queues.find(({ id }) => id === queue?.id);
	const size = 1 / Math.max(1, queue?.concurrency ?? 1);
	const past =
		wanted.customer === null
			? []
			: await listPast(ctx, wanted.customer, known?.startedAt ?? wallMs, PAST_CONTACTS);
	const everybody = agentsNow(
		state,
		floor,
		wallMs,
		{ size, queue: queue?.id ?? null },
		await readProficiencies(ctx),
		profile,
		lastOutcomes(past)
	);
	const agents = everybody.filter(({ id }) => seesAgent(actor, id));
	const { ranked, refused } = rankAgents(
		{
			skill: queue?.skillId ?? null,
			language: wanted.language,
			size,
			ahtSeconds: row?.today.ahtSeconds ?? null
		},
		agents
	);
	const nameOf = (id: string): string => names.get(id) ?? id;
	const first = ranked[0];
	const suggested: Suggested =
		needsPerson === false
			? { kind: 'bot' }
			: first === undefined
				? { kind: 'nobody' }
				: first.hasRoom
					? { kind: 'offer', agent: first.id }
					: { kind: 'wait', agent: first.id, expectedFreeSeconds: first.expectedFreeSeconds };
	const suggestion = {
		...suggested,
		sentence: suggestionSentence(suggested, first ? nameOf(first.id) : null, locale)
	} as RouteAnswer['suggestion'];

	if (input.contact !== undefined && known?.endedAt === null && first && needsPerson !== false)
		await recordSuggestion(ctx, {
			kind: 'route',
			contactId: input.contact,
			queueId: queue?.id ?? null,
			subject: first.id,
			rule: first.hasRoom ? 'offer' : 'wait',
			version: ROUTE_VERSION,
			score: first.score,
			reasons: first.reasons,
			madeAt: Math.max(known?.lastEventAt ?? wallMs, wallMs + (row?.clockOffsetMs ?? 0)),
			madeFor: actor.id
		});

	return {
		contact: input.contact ?? null,
		needsPerson,
		reasons,
		subject:
			wanted.intent === null
				? null
				: {
						intent: wanted.intent,
						from: wanted.intentProbability === null ? 'source' : 'words',
						probability: wanted.intentProbability,
						sentence: subjectSentence(wanted.intent, wanted.intentProbability, locale)
					},
		queue: choice && {
			id: choice.queue.id,
			name: choice.queue.name,
			skill: choice.queue.skillId,
			sentence: queueSentence(choice, wanted, locale)
		},
		agents: ranked.slice(0, input.limit).map((agent) => ({
			agent: agent.id,
			name: nameOf(agent.id),
			score: agent.score,
			state: states.get(agent.id) ?? null,
			hasRoom: agent.hasRoom,
			expectedFreeSeconds: agent.expectedFreeSeconds,
			reasons: agent.reasons.map((reason) => ({
				...reason,
				sentence: rankSentence(reason, queue?.name ?? null, locale)
			}))
		})),
		refused: refused.slice(0, input.limit).map(({ id, reasons }) => ({
			agent: id,
			name: nameOf(id),
			reasons: reasons.map((reason) => ({
				...reason,
				sentence: refusalSentence(reason, queue?.name ?? null, locale)
			}))
		})),
		suggestion
	};
}

/** The set-up that the actor sees. */
const partOf = (config: CentreConfig, actor: Actor): CentreConfig =>
	scopeOf(actor) ? { ...config, queues: config.queues.filter(({ id }) => seesQueue(actor, id)) } : config;

const customerTurns = (conversation: Conversation | undefined): string[] =>
	(conversation?.messages ?? []).flatMap(({ party, text }) => (party === 'customer' ? [text] : []));

async function readKnown(ctx: Context, contactId: string | undefined) {
	if (contactId === undefined) return null;
	const events = await readContactEvents(ctx, contactId);
	if (events.length === 0)
		throw new InvalidInputError(
			`${ACTION}: there is no contact "${contactId}"; wanted one that events have told of, or a description (queue, channel, language, intent, customer).`
		);
	const fold = foldContact(events);
	const told = await toldContact(ctx, fold);
	return {
		channel: fold.channel,
		language: told.language,
		intent: told.intent,
		customer: fold.customer,
		startedAt: fold.startedAt,
		lastEventAt: fold.lastEventAt,
		endedAt: fold.endedAt,
		queue:
			fold.waiting?.queue ??
			fold.visits.at(-1)?.queue ??
			events.findLast(({ data }) => data.queue)?.data.queue ??
			null,
		conversation: conversationOf(events)
	};
}

function queueFor(
	state: LiveState,
	asked: string | undefined,
	ofContact: string | null,
	choose: () => QueueChoice | null
): QueueChoice | null {
	if (asked !== undefined) {
		const queue = state.queues.get(asked)?.config;
		if (!queue)
			throw new InvalidInputError(
				`${ACTION}: there is no queue "${asked}"; wanted the id of one of the centre’s queues.`
			);
		return { queue, why: 'asked' };
	}
	const own = ofContact === null ? undefined : state.queues.get(ofContact)?.config;
	return own ? { queue: own, why: 'contact' } : choose();
}

/** With whom the customer's last contact went well or badly; a contact of which neither is known says nothing. */
function lastOutcomes(past: readonly PastContact[]): Map<string, 'good' | 'bad'> {
	const last = new Map<string, 'good' | 'bad'>();
	for (const { agent, outcome, csat } of past) {
		if (agent === null || last.has(agent.id)) continue;
		if (outcome === 'unresolved' || (csat !== null && csat <= 2)) last.set(agent.id, 'bad');
		else if (outcome === 'resolved' || (csat !== null && csat >= 4)) last.set(agent.id, 'good');
	}
	return last;
}
