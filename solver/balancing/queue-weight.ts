/** How much more a contact weighs whose customer is already cross. */
const MOOD_WEIGHT = 0.5;

/**
 * What a contact of a queue weighs in the balance: its priority, half as much again where everybody who waits is cross.
 * Moods are those of the contacts in line, −1 to 1; null (nothing said yet) counts as neither.
 *
 * @throws RangeError unless the priority is finite and above 0
 * @example queueWeight(1.6, [-1, null, 0.4, -0.5]) // 1.6 × (1 + 0.5 × 1.5 / 4) = 1.9
 */
export function queueWeight(priority: number, moods: readonly (number | null)[]): number {
	if (!(priority > 0 && priority < Infinity))
		throw new RangeError(`Weighing a queue: priority "${priority}" must be finite and above 0.`);
	if (moods.length === 0) return priority;
	const cross = moods.reduce<number>((sum, mood) => sum + Math.max(0, -(mood ?? 0)), 0) / moods.length;
	return priority * (1 + MOOD_WEIGHT * Math.min(1, cross));
}
