import { parseEvent, type IncomingEvent, type IngestAnswer } from '#lib/contracts/events.ts';
import { readPlainEvent } from './read-plain-event.ts';

/** The body as a whole could not be read as events. */
export class UnreadableBatch extends Error {}

const MAX_EVENTS = 50_000;
const MAX_EVENT_CHARACTERS = 256_000;

/** JSON of a batch, one event, or one event a line: told apart by the text itself, so that a wrong content type does no harm. */
function split(body: string): { values: unknown[]; errors: Map<number, string> } {
	const text = body.trim();
	const errors = new Map<number, string>();
	if (text === '')
		throw new UnreadableBatch('The body is empty: send one CloudEvent, a JSON array of them, or one a line.');
	if (text.startsWith('[')) {
		try {
			return { values: JSON.parse(text) as unknown[], errors };
		} catch (error) {
			throw new UnreadableBatch(
				`The body begins like a JSON array and is not one: ${(error as Error).message}.`
			);
		}
	}
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const values = lines.map((line, index) => {
		try {
			return JSON.parse(line) as unknown;
		} catch (error) {
			errors.set(index, `event: not JSON: ${(error as Error).message}`);
			return null;
		}
	});
	if (errors.size < values.length) return { values, errors };
	try {
		return { values: [JSON.parse(text)], errors: new Map() };
	} catch (error) {
		throw new UnreadableBatch(`The body is not JSON: ${(error as Error).message}.`);
	}
}

/** The good events of a body, and each bad one with its reason. */
export function readBatch(body: string): { events: IncomingEvent[]; rejected: IngestAnswer['rejected'] } {
	const { values, errors } = split(body);
	if (values.length > MAX_EVENTS)
		throw new UnreadableBatch(`The batch has ${values.length} events; send at most ${MAX_EVENTS} at once.`);
	// A body that is no longer than one event may be holds none that is longer.
	const mayBeTooLong = body.length > MAX_EVENT_CHARACTERS;
	const events: IncomingEvent[] = [];
	const rejected: IngestAnswer['rejected'] = [];
	values.forEach((value, index) => {
		const plain = readPlainEvent(value);
		const unreadable = errors.get(index);
		const parsed = plain
			? { ok: true as const, event: plain }
			: unreadable
				? { ok: false as const, id: null, error: unreadable }
				: parseEvent(value);
		if (!parsed.ok) rejected.push({ index, id: parsed.id, error: parsed.error });
		else if (mayBeTooLong && JSON.stringify(parsed.event.data).length > MAX_EVENT_CHARACTERS)
			rejected.push({
				index,
				id: parsed.event.id,
				error: `data: longer than ${MAX_EVENT_CHARACTERS} characters`
			});
		else events.push(parsed.event);
	});
	return { events, rejected };
}
