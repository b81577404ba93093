import { z } from 'zod';
import { AGENT_STATES, CHANNELS, PARTIES } from './terms.ts';

/** What CloudEvents bars from its strings; a database would cut or change them, and an id must come back as it was. */
const isStorable = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text);
const stored = { error: 'expected text without control characters or half surrogate pairs' };
const name = z.string().trim().min(1).max(200).refine(isStorable, stored);

/** Free text loses only what cannot be stored. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');
const word = z.string().max(200).overwrite(clean).optional();

/** Fields that any contact event may carry; later events may leave out what an earlier one said. */
const contactFields = {
	contact: name,
	queue: name.optional(),
	channel: z.enum(CHANNELS).optional(),
	agent: name.optional(),
	customer: word,
	language: z.string().max(35).overwrite(clean).optional(),
	intent: word,
	priority: z.number().finite().optional()
};
const contact = z.looseObject(contactFields);
const queued = z.looseObject({ ...contactFields, queue: name });
const byAgent = z.looseObject({ ...contactFields, agent: name });
const bot = z.looseObject({ ...contactFields, bot: word, reason: word });
const botTurn = z.looseObject({
	...contactFields,
	bot: word,
	understood: z.boolean().optional().catch(undefined),
	verified: z
		.unknown()
		.optional()
		.describe('What the bot has checked so far: an object of names with text, number or true.'),
	facts: z
		.unknown()
		.optional()
		.describe('What the customer has told so far and nobody has checked; in the same form.')
});
const closed = z.looseObject({
	...contactFields,
	resolved: z.boolean().optional().catch(undefined).describe('Whether the matter was settled.')
});

/** What `data` must hold, by event type. Types not listed are kept as they came and not folded. */
export const EVENT_DATA = {
	'marea.contact.started': contact,
	'marea.contact.queued': queued,
	'marea.contact.offered': byAgent,
	'marea.contact.answered': byAgent,
	'marea.contact.held': contact,
	'marea.contact.resumed': contact,
	'marea.contact.transferred': contact,
	'marea.contact.abandoned': contact,
	'marea.contact.flowed_out': contact,
	'marea.contact.ended': closed,
	'marea.contact.wrapped': closed,
	'marea.bot.started': bot,
	'marea.bot.turn': botTurn,
	'marea.bot.resolved': bot,
	'marea.bot.escalated': botTurn.extend({ reason: word }),
	'marea.message': z.looseObject({
		...contactFields,
		party: z.enum(PARTIES),
		text: z.string().max(100_000).overwrite(clean)
	}),
	'marea.agent.state': z.looseObject({ agent: name, state: z.enum(AGENT_STATES), reason: word }),
	'marea.survey': z.looseObject({ ...contactFields, score: z.number().min(0).max(10) }),
	'marea.evaluation': contact
} as const;
export type EventType = keyof typeof EVENT_DATA;

/** The source of the events that the product itself writes into the log: it is no feed and is never silent. */
export const OWN_SOURCE = 'marea';

/** Whether events of this type are folded, which means that their data were checked. */
export const isFolded = (type: string): type is EventType => Object.hasOwn(EVENT_DATA, type);

export interface EventData {
	contact?: string;
	queue?: string;
	channel?: (typeof CHANNELS)[number];
	agent?: string;
	customer?: string;
	language?: string;
	intent?: string;
	priority?: number;
	bot?: string;
	reason?: string;
	/** Of a bot's turn: whether it knew what the customer wanted. */
	understood?: boolean;
	verified?: unknown;
	facts?: unknown;
	resolved?: boolean;
	party?: (typeof PARTIES)[number];
	text?: string;
	state?: (typeof AGENT_STATES)[number];
	score?: number;
}

/**
 * A CloudEvent that was accepted, before it has a place in the log. Event ids count per source; contact, queue and
 * agent names count across sources, so that the bot platform and the telephony can tell of one contact. Sources
 * whose own numbers may collide put a prefix of theirs before them.
 */
export interface IncomingEvent {
	source: string;
	id: string;
	type: string;
	/** Milliseconds since 1970 UTC, from CloudEvents `time`. */
	at: number;
	data: EventData;
}

/** An event with its place in the log. */
export interface LoggedEvent extends IncomingEvent {
	seq: number;
}

/** RFC 3339: a date, a time and an offset; a time without a zone is not an instant. */
export const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

const envelope = z.looseObject({
	specversion: z.literal('1.0', { error: 'expected "1.0"' }),
	id: z.string().min(1).max(500).refine(isStorable, stored),
	source: z.string().min(1).max(500).refine(isStorable, stored),
	type: z.string().min(1).max(200).refine(isStorable, stored),
	time: z
		.string()
		.refine(
			(time) => RFC3339.test(time) && Number.isFinite(Date.parse(time)),
			'expected an RFC 3339 instant such as 2026-11-22T09:30:00Z'
		)
});

const describe = (error: z.ZodError, prefix: string): string =>
	error.issues
		.slice(0, 3)
		.map(
			({ path, message }) =>
				`${[prefix, ...path].filter((part) => part !== '').join('.') || 'event'}: ${message}`
		)
		.join('; ');

/** Reads one CloudEvent 1.0. The error names the field and what was wanted. */
export function parseEvent(
	value: unknown
): { ok: true; event: IncomingEvent } | { ok: false; id: string | null; error: string } {
	const id = typeof (value as { id?: unknown } | null)?.id === 'string' ? (value as { id: string }).id : null;
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return { ok: false, id, error: 'event: expected a JSON object (a CloudEvent)' };
	const head = envelope.safeParse(value);
	if (!head.success) return { ok: false, id, error: describe(head.error, '') };
	const { source, type, time } = head.data;
	const data = (value as { data?: unknown }).data;
	if (!isFolded(type)) {
		const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
		return {
			ok: true,
			event: {
				source,
				id: head.data.id,
				type,
				at: Date.parse(time),
				data: isObject ? (data as EventData) : {}
			}
		};
	}
	const body = (EVENT_DATA[type] as z.ZodType<EventData>).safeParse(data ?? {});
	if (!body.success) return { ok: false, id, error: describe(body.error, 'data') };
	return { ok: true, event: { source, id: head.data.id, type, at: Date.parse(time), data: body.data } };
}

/** The answer to a batch: what was kept is on disk. */
export interface IngestAnswer {
	accepted: number;
	duplicates: number;
	rejected: { index: number; id: string | null; error: string }[];
}
