import type { Cover } from './roster-types.ts';

/** Required and scheduled people from an instant to another, of one skill or of all; intervals without either are zero. */
export function coverByInterval(
	cover: readonly Cover[],
	span: { from: number; to: number },
	stepMs: number,
	skillId: string | null
): { at: number; required: number; scheduled: number }[] {
	const sums = new Map<number, { at: number; required: number; scheduled: number }>();
	for (let at = span.from; at < span.to; at += stepMs) sums.set(at, { at, required: 0, scheduled: 0 });
	for (const { at, skillId: skill, required, scheduled } of cover) {
		const sum = sums.get(at);
		if (!sum || (skillId !== null && skill !== skillId)) continue;
		sum.required += required;
		sum.scheduled += scheduled;
	}
	return [...sums.values()];
}
