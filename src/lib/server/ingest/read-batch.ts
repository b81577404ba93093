import { setImmediate } from 'node:timers/promises';
import { parseEvent, type IncomingEvent, type IngestAnswer } from '#lib/contracts/events.ts';
import { readPlainEvent } from './read-plain-event.ts';

/** The body as a whole could not be read as events. */
export class UnreadableBatch extends Error {}

const MAX_EVENTS = 50_000;
const MAX_EVENT_CHARACTERS = 256_000;
/** An id that is refused for its length is named by its beginning. */
const MAX_NAMED_ID = 500;
/** Naming what is wrong with thousands of events takes seconds: everything else has its turn after so long. */
const SLICE_MS = 8;
/** The clock is looked at once in so many events. */
const LOOK_EVERY = 32;

const NOT_JSON = 'event: not JSON: ';

type Parsed = ReturnType<typeof parseEvent>;

/** A line with something in it. */
const LINE = /\S[^\n]*/g;

const tooMany = (count: string): UnreadableBatch =>
	new UnreadableBatch(`The batch has ${count} events; send at most ${MAX_EVENTS} at once.`);

function parseLine(line: string): Parsed {
	try {
		return readValue(JSON.parse(line));
	} catch (error) {
		return { ok: false, id: null, error: NOT_JSON + (error as Error).message };
	}
}

function readValue(value: unknown): Parsed {
	const plain = readPlainEvent(value);
	return plain ? { ok: true, event: plain } : parseEvent(value);
}

/**
 * JSON of a batch, one event, or one event a line: told apart by the text itself, so that a wrong content type does no
 * harm. Handed over as how many there are and how to read each.
 */
function split(body: string): { count: number; read: (index: number) => Parsed; whole: Error | null } {
	const text = body.trim();
	if (text === '')
		throw new UnreadableBatch('The body is empty: send one CloudEvent, a JSON array of them, or one a line.');
	let whole: Error;
	try {
		const value = JSON.parse(text) as unknown;
		const values = Array.isArray(value) ? (value as unknown[]) : [value];
		if (values.length > MAX_EVENTS) throw tooMany(String(values.length));
		return { count: values.length, read: (index) => readValue(values[index]), whole: null };
	} catch (error) {
		if (error instanceof UnreadableBatch) throw error;
		whole = error as Error;
	}
	if (text.startsWith('['))
		throw new UnreadableBatch(`The body begins like a JSON array and is not one: ${whole.message}.`);
	const lines: string[] = [];
	// Counted before any is read: a line that is no JSON costs more than one that is.
	for (const [line] of text.matchAll(LINE))
		if (lines.push(line) > MAX_EVENTS) throw tooMany(`more than ${MAX_EVENTS}`);
	return { count: lines.length, read: (index) => parseLine(lines[index]!), whole };
}

/** The good events of a body, and each bad one with its reason. */
export async function readBatch(
	body: string
): Promise<{ events: IncomingEvent[]; rejected: IngestAnswer['rejected'] }> {
	const { count, read, whole } = split(body);
	// A body that is no longer than one event may be holds none that is longer.
	const mayBeTooLong = body.length > MAX_EVENT_CHARACTERS;
	const events: IncomingEvent[] = [];
	const rejected: IngestAnswer['rejected'] = [];
	let sliceEnds = performance.now() + SLICE_MS;
	let notJson = 0;
	for (let index = 0; index < count; index++) {
		if (index % LOOK_EVERY === 0 && performance.now() > sliceEnds) {
			await setImmediate();
			sliceEnds = performance.now() + SLICE_MS;
		}
		const parsed = read(index);
		if (!parsed.ok) {
			if (parsed.error.startsWith(NOT_JSON)) notJson++;
			rejected.push({ index, id: parsed.id?.slice(0, MAX_NAMED_ID) ?? null, error: parsed.error });
		} else if (mayBeTooLong && JSON.stringify(parsed.event.data).length > MAX_EVENT_CHARACTERS)
			rejected.push({
				index,
				id: parsed.event.id,
				error: `data: longer than ${MAX_EVENT_CHARACTERS} characters`
			});
		else events.push(parsed.event);
	}
	if (whole && notJson === count) throw new UnreadableBatch(`The body is not JSON: ${whole.message}.`);
	return { events, rejected };
}
