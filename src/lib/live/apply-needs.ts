import type { NeedsDelta, NeedsSnapshot } from '#lib/contracts/needs.ts';

/** The list that a delta makes of the one before; null when one in between was missed. */
export function applyNeeds(before: NeedsSnapshot, delta: NeedsDelta): NeedsSnapshot | null {
	if (delta.epoch !== before.epoch || delta.seq !== before.seq + 1) return null;
	const rows = new Map(before.rows.map((row) => [row.id, row]));
	for (const row of delta.changed) rows.set(row.id, row);
	const { changed: _, order, ...head } = delta;
	return { ...head, rows: order.flatMap((id) => rows.get(id) ?? []) };
}
