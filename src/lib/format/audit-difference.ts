export interface FieldDifference {
	/** Where in the value, such as `target.seconds`; empty for a plain value. */
	path: string;
	/** Null = not there. */
	before: string | null;
	after: string | null;
}

const MOST_FIELDS = 200;
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Leaves of a value by their path; a list is one leaf, for its order is a part of it. */
function leaves(value: unknown, path: string, into: Map<string, string>): void {
	if (value === null || value === undefined || into.size >= MOST_FIELDS) return;
	if (isObject(value))
		for (const [key, inner] of Object.entries(value)) leaves(inner, path ? `${path}.${key}` : key, into);
	else into.set(path, text(value));
}

/**
 * What changed between two kept values, field by field and only where they differ. Of an entry that keeps one side
 * alone, everything is added or removed.
 */
export function auditDifference(before: unknown, after: unknown): FieldDifference[] {
	const [old, now] = [new Map<string, string>(), new Map<string, string>()];
	leaves(before, '', old);
	leaves(after, '', now);
	return [...new Set([...old.keys(), ...now.keys()])]
		.map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
		.filter((field) => field.before !== field.after);
}
