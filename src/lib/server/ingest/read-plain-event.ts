import {
	isFolded,
	RFC3339,
	type EventData,
	type EventType,
	type IncomingEvent
} from '#lib/contracts/events.ts';
import { AGENT_STATES, CHANNELS, PARTIES } from '#lib/contracts/terms.ts';

type Fields = Record<string, unknown>;

/** Printable ASCII without spaces at its ends: text that the schema leaves as it is. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

const channels = new Set<unknown>(CHANNELS);
const states = new Set<unknown>(AGENT_STATES);
const parties = new Set<unknown>(PARTIES);

const isName = (value: unknown, max = 200): value is string =>
	typeof value === 'string' && value.length <= max && PLAIN.test(value);
const isText = (value: unknown, max = 200): boolean =>
	typeof value === 'string' && value.length <= max && value.isWellFormed() && !value.includes('\0');

/** What a type's data must hold besides the fields of any contact event. */
const ALSO: Partial<Record<EventType, (data: Fields) => boolean>> = {
	'marea.contact.queued': ({ queue }) => queue !== undefined,
	'marea.contact.offered': ({ agent }) => agent !== undefined,
	'marea.contact.answered': ({ agent }) => agent !== undefined,
	'marea.message': ({ party, text }) => parties.has(party) && isText(text, 100_000),
	'marea.survey': ({ score }) => typeof score === 'number' && score >= 0 && score <= 10
};

function isContactData(data: Fields): boolean {
	const { contact, queue, channel, agent, customer, language, intent, priority } = data;
	return (
		isName(contact) &&
		(queue === undefined || isName(queue)) &&
		(channel === undefined || channels.has(channel)) &&
		(agent === undefined || isName(agent)) &&
		(customer === undefined || isText(customer)) &&
		(language === undefined || isText(language, 35)) &&
		(intent === undefined || isText(intent)) &&
		(priority === undefined || Number.isFinite(priority))
	);
}

const isWordOrNone = (value: unknown): boolean => value === undefined || isText(value);

function isData(type: EventType, data: Fields): boolean {
	if (type === 'marea.agent.state')
		return isName(data.agent) && states.has(data.state) && isWordOrNone(data.reason);
	if (!isContactData(data)) return false;
	if (type.startsWith('marea.bot.') && !(isWordOrNone(data.bot) && isWordOrNone(data.reason))) return false;
	return ALSO[type]?.(data) ?? true;
}

/**
 * Reads an event that is as the schema wants it and that the schema would not change: nearly every one, at a fraction
 * of the schema's time. Null says nothing: parseEvent(), the reference, then reads it or names what is wrong.
 */
export function readPlainEvent(value: unknown): IncomingEvent | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const { specversion, id, source, type, time, data } = value as Fields;
	if (specversion !== '1.0' || !isName(id, 500) || !isName(source, 500) || !isName(type)) return null;
	if (typeof time !== 'string' || !RFC3339.test(time) || !isFolded(type)) return null;
	if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
	if (Object.hasOwn(data, '__proto__') || !isData(type, data as Fields)) return null;
	const at = Date.parse(time);
	return Number.isFinite(at) ? { source, id, type, at, data: data as EventData } : null;
}
