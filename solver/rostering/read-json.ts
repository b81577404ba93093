const ACTION = 'Reading a rostering problem';

/** Throws a RangeError that says the action, the place, the quoted value and what was wanted. */
export function refuse(place: string, value: unknown, wanted: string): never {
	const shown = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing');
	throw new RangeError(
		`${ACTION}: ${place} is ${shown.length > 80 ? shown.slice(0, 77) + '…' : shown}; wanted ${wanted}.`
	);
}

type Fields = Record<string, unknown>;

export function readObject(value: unknown, place: string, known: readonly string[]): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(place, value, 'an object');
	for (const key of Object.keys(value))
		if (!known.includes(key))
			refuse(`${place}.${key}`, (value as Fields)[key], `no such field; ${place} has ${known.join(', ')}`);
	return value as Fields;
}

export function readList<T>(value: unknown, place: string, read: (item: unknown, place: string) => T): T[] {
	if (!Array.isArray(value)) refuse(place, value, 'a list');
	return value.map((item, i) => read(item, `${place}[${i}]`));
}

export function readText(value: unknown, place: string): string {
	if (typeof value !== 'string' || value.trim() === '') refuse(place, value, 'a text that is not empty');
	return value;
}

export function readNumber(
	value: unknown,
	place: string,
	least: number,
	most: number,
	fallback?: number
): number {
	if (value === undefined && fallback !== undefined) return fallback;
	if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most)
		refuse(
			place,
			value,
			most === Infinity ? `a number of at least ${least}` : `a number from ${least} to ${most}`
		);
	return value;
}

export function readWhole(
	value: unknown,
	place: string,
	least: number,
	most: number,
	fallback?: number
): number {
	if (value === undefined && fallback !== undefined) return fallback;
	if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
		refuse(place, value, `a whole number from ${least} to ${most}`);
	return value as number;
}

/** Minutes from 00:00, written as a number or as "HH:MM" (up to 48:00, for ranges that pass midnight). */
export function readMinute(value: unknown, place: string, most: number): number {
	const parts = typeof value === 'string' ? /^(\d{1,2}):([0-5]\d)$/.exec(value) : null;
	const minute = parts ? Number(parts[1]) * 60 + Number(parts[2]) : value;
	if (!Number.isInteger(minute) || (minute as number) < 0 || (minute as number) > most)
		refuse(place, value, `minutes from midnight, 0 to ${most}, or "HH:MM"`);
	return minute as number;
}

export function readFlag(value: unknown, place: string): boolean {
	if (typeof value !== 'boolean') refuse(place, value, 'true or false');
	return value;
}
