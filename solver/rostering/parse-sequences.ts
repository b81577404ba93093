import {
	DEFAULT_NIGHT,
	type NightSpan,
	type SequenceRule,
	type ShiftKind,
	type StartSpread
} from './contract.ts';
import { readList, readMinute, readNumber, readObject, readText, readWhole, refuse } from './read-json.ts';

/** Days before the last one of all sequences together: the search keeps one bit for each. */
const MOST_DAYS = 24;
const RESERVED = ['off', 'work', 'night'];

/** @throws RangeError as `parseProblem` does */
export function parseNight(item: unknown, place: string): NightSpan {
	const f = readObject(item, place, ['fromMinute', 'from', 'toMinute', 'to', 'minHours']);
	const usual = DEFAULT_NIGHT;
	const fromMinute = readMinute(f.fromMinute ?? f.from ?? usual.fromMinute, `${place}.fromMinute`, 1_440);
	const toMinute = readMinute(f.toMinute ?? f.to ?? usual.toMinute, `${place}.toMinute`, 1_440);
	if (fromMinute === toMinute) refuse(`${place}.toMinute`, toMinute, 'another time than fromMinute');
	const length = (toMinute - fromMinute + 1_440) % 1_440 || 1_440;
	const minHours = readNumber(f.minHours, `${place}.minHours`, 0.25, 24, usual.minHours);
	if (minHours * 60 > length)
		refuse(`${place}.minHours`, minHours, `no more than the span's own ${length / 60} hours`);
	return { fromMinute, toMinute, minHours };
}

/** @throws RangeError as `parseProblem` does */
export function parseStartSpread(item: unknown, place: string): StartSpread {
	const f = readObject(item, place, ['minutes', 'per']);
	const per = f.per ?? 'week';
	if (per !== 'week' && per !== 'run')
		refuse(`${place}.per`, f.per, '"week" or "run" (days worked in a row)');
	return { minutes: readWhole(f.minutes, `${place}.minutes`, 0, 1_439), per };
}

/** @throws RangeError as `parseProblem` does */
export function parseKinds(item: unknown, place: string): ShiftKind[] {
	const kinds = readList(item, place, (one, at): ShiftKind => {
		const f = readObject(one, at, ['id', 'fromMinute', 'from', 'toMinute', 'to']);
		const id = readText(f.id, `${at}.id`);
		if (RESERVED.includes(id)) refuse(`${at}.id`, id, `another id (${RESERVED.join(', ')} have a meaning)`);
		const fromMinute = readMinute(f.fromMinute ?? f.from, `${at}.fromMinute`, 1_439);
		const toMinute = readMinute(f.toMinute ?? f.to, `${at}.toMinute`, 1_440);
		if (fromMinute === toMinute) refuse(`${at}.toMinute`, toMinute, 'another time than fromMinute');
		return { id, fromMinute, toMinute };
	});
	kinds.forEach(({ id }, i) => {
		if (kinds.findIndex((k) => k.id === id) < i)
			refuse(`${place}[${i}].id`, id, 'an id that no other kind has');
	});
	return kinds;
}

/** @param names what a day may be called @throws RangeError as `parseProblem` does */
export function parseSequences(item: unknown, place: string, names: readonly string[]): SequenceRule[] {
	const known = new Set(names);
	const read = (value: unknown, at: string): string[] => {
		const list = readList(typeof value === 'string' ? [value] : value, at, readText);
		if (list.length === 0) refuse(at, value, 'at least one name');
		list.forEach((name, i) => {
			if (!known.has(name))
				refuse(`${at}[${i}]`, name, `"off", "work", "night", one of the contract's kinds or a shift's id`);
		});
		return list;
	};
	const sequences = readList(item, place, (one, at): SequenceRule => {
		const f = readObject(one, at, ['after', 'then', 'never']);
		const after = read(f.after, `${at}.after`);
		if ((f.then === undefined) === (f.never === undefined)) refuse(at, one, 'either "then" or "never"');
		return f.then === undefined
			? { after, never: read(f.never, `${at}.never`) }
			: { after, then: read(f.then, `${at}.then`) };
	});
	if (sequences.reduce((days, { after }) => days + after.length, 0) > MOST_DAYS)
		refuse(place, item, `sequences of no more than ${MOST_DAYS} days before the last in all`);
	return sequences;
}
