/**
 * Reads one object of a scenario field by field. Every message says where, the quoted value and what was wanted.
 * Fields not read by the end are refused by `done()`, so that a misspelt name is not silently a default.
 */
export class ScenarioFields {
	readonly path: string;
	readonly #value: Record<string, unknown>;
	readonly #read = new Set<string>();

	constructor(value: unknown, path: string) {
		this.path = path;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, value, 'an object');
		this.#value = value as Record<string, unknown>;
	}

	raw(name: string): unknown {
		this.#read.add(name);
		return this.#value[name];
	}

	at(name: string): string {
		return this.path === '' ? name : `${this.path}.${name}`;
	}

	has(name: string): boolean {
		const value = this.raw(name);
		return value !== undefined && value !== null;
	}

	text(name: string, fallback?: string): string {
		const value = this.raw(name);
		if (value === undefined && fallback !== undefined) return fallback;
		if (typeof value !== 'string' || value.trim() === '')
			refuse(this.at(name), value, 'a text that is not empty');
		return value as string;
	}

	oneOf<T extends string>(name: string, wanted: readonly T[], fallback?: T): T {
		const value = this.raw(name);
		if (value === undefined && fallback !== undefined) return fallback;
		if (!wanted.includes(value as T)) refuse(this.at(name), value, `one of ${wanted.join(', ')}`);
		return value as T;
	}

	/** A finite number from `low` to `high`. */
	number(name: string, low: number, high: number, fallback?: number): number {
		const value = this.raw(name);
		if (value === undefined && fallback !== undefined) return fallback;
		return numberIn(value, this.at(name), low, high);
	}

	/** As `number`, where null or absence has a meaning of its own. */
	numberOrNull(name: string, low: number, high: number): number | null {
		return this.has(name) ? this.number(name, low, high) : null;
	}

	whole(name: string, low: number, high: number, fallback?: number): number {
		const value = this.number(name, low, high, fallback);
		if (!Number.isInteger(value)) refuse(this.at(name), value, `a whole number from ${low} to ${high}`);
		return value;
	}

	list<T>(name: string, read: (item: unknown, path: string) => T, fallback?: T[]): T[] {
		const value = this.raw(name);
		if ((value === undefined || value === null) && fallback !== undefined) return fallback;
		if (!Array.isArray(value)) refuse(this.at(name), value, 'a list');
		return (value as unknown[]).map((item, i) => read(item, `${this.at(name)}[${i}]`));
	}

	/** Seconds from local midnight: a number, or "HH:MM". */
	timeOfDay(name: string): number {
		const value = this.raw(name);
		const clock = typeof value === 'string' ? /^(\d{1,2}):([0-5]\d)$/.exec(value) : null;
		if (clock) return numberIn(Number(clock[1]) * 3600 + Number(clock[2]) * 60, this.at(name), 0, 172_800);
		if (typeof value !== 'number')
			refuse(this.at(name), value, 'a time like "08:30" or seconds from midnight');
		return numberIn(value, this.at(name), 0, 172_800);
	}

	done(): void {
		const strange = Object.keys(this.#value).filter((key) => !this.#read.has(key));
		if (strange.length > 0)
			refuse(
				this.at(strange[0]!),
				this.#value[strange[0]!],
				`no such field; known: ${[...this.#read].join(', ')}`
			);
	}
}

export function numberIn(value: unknown, path: string, low: number, high: number): number {
	if (typeof value !== 'number' || !Number.isFinite(value) || value < low || value > high)
		refuse(
			path,
			value,
			high === Infinity ? `a number of at least ${low}` : `a number from ${low} to ${high}`
		);
	return value as number;
}

/** Throws the RangeError that every refusal of a scenario takes. */
export function refuse(path: string, value: unknown, wanted: string): never {
	const shown = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)).slice(0, 80);
	throw new RangeError(`Reading the scenario: ${path || 'the scenario'} is ${shown}; wanted ${wanted}.`);
}

/** A reader of list items that must be one of a few words. */
export const memberOf =
	<T extends string>(wanted: readonly T[]) =>
	(value: unknown, path: string): T =>
		wanted.includes(value as T) ? (value as T) : refuse(path, value, `one of ${wanted.join(', ')}`);
