import type { RosterComparison } from '#lib/contracts/roster-comparison.ts';

/** People by interval of a span, of one skill or of all; a roster that does not reach there is unknown. */
export function coverOfBoth(
	intervals: RosterComparison['intervals'],
	span: { from: number; to: number },
	stepMs: number,
	skillId: string | null
): { at: number; required: number; a: number | null; b: number | null }[] {
	const [hasA, hasB] = [intervals.some(({ a }) => a !== null), intervals.some(({ b }) => b !== null)];
	const sums = new Map<number, { at: number; required: number; a: number | null; b: number | null }>();
	for (let at = span.from; at < span.to; at += stepMs)
		sums.set(at, { at, required: 0, a: hasA ? 0 : null, b: hasB ? 0 : null });
	for (const { at, skillId: skill, required, a, b } of intervals) {
		const sum = sums.get(at);
		if (!sum || (skillId !== null && skill !== skillId)) continue;
		sum.required += required;
		if (a !== null) sum.a = (sum.a ?? 0) + a;
		if (b !== null) sum.b = (sum.b ?? 0) + b;
	}
	return [...sums.values()];
}
