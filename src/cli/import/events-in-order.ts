import { RefusedError } from '../verb.ts';

export interface TimedLine {
	atMs: number;
	text: string;
}

/**
 * The events of a file, one a line or a JSON array, in order of their time. A line without a time that can be read
 * is refused with its place: it could not be sent in order.
 */
export function eventsInOrder(text: string): TimedLine[] {
	const body = text.replace(/^\uFEFF/, '').trim();
	const values = body.startsWith('[') ? ofArray(body) : ofLines(body);
	if (values.length === 0) throw new RefusedError('the file holds no event.');
	return values
		.map(({ value, place }) => {
			const { time } = (value ?? {}) as { time?: unknown };
			const atMs = typeof time === 'string' ? Date.parse(time) : NaN;
			if (Number.isNaN(atMs))
				throw new RefusedError(
					`${place}: time "${String(time)}" is not a time such as 2026-03-02T09:00:00Z.`
				);
			return { atMs, text: JSON.stringify(value) };
		})
		.sort((a, b) => a.atMs - b.atMs);
}

function ofArray(body: string): { value: unknown; place: string }[] {
	try {
		return (JSON.parse(body) as unknown[]).map((value, i) => ({ value, place: `event ${i + 1}` }));
	} catch (error) {
		throw new RefusedError(`the file begins like a JSON array and is not one: ${(error as Error).message}.`);
	}
}

function ofLines(body: string): { value: unknown; place: string }[] {
	return body.split('\n').flatMap((line, i) => {
		if (line.trim() === '') return [];
		const place = `line ${i + 1}`;
		try {
			return [{ value: JSON.parse(line) as unknown, place }];
		} catch (error) {
			throw new RefusedError(`${place}: not JSON: ${(error as Error).message}.`);
		}
	});
}
