import type { WindowsDelta, WindowsSnapshot } from '#lib/contracts/live.ts';

/** The window's numbers after a delta; null where it does not follow what is there. */
export function applyWindowsDelta(held: WindowsSnapshot, delta: WindowsDelta): WindowsSnapshot | null {
	if (delta.key !== held.key || delta.seq <= held.seq) return held;
	if (delta.seq !== held.seq + 1) return null;
	return {
		...held,
		seq: delta.seq,
		fromMs: delta.fromMs ?? held.fromMs,
		isComplete: delta.isComplete ?? held.isComplete,
		site: delta.site ? { ...held.site, ...delta.site } : held.site,
		channels: merged(held.channels, delta.channels) as WindowsSnapshot['channels'],
		queues: merged(held.queues, delta.queues) as WindowsSnapshot['queues'],
		teams: merged(held.teams, delta.teams) as WindowsSnapshot['teams']
	};
}

function merged<Row extends object>(
	rows: Partial<Record<string, Row>>,
	changes: Partial<Record<string, Partial<Row>>> | undefined
): Partial<Record<string, Row>> {
	if (!changes) return rows;
	const next = { ...rows };
	for (const [id, change] of Object.entries(changes)) next[id] = { ...rows[id], ...change } as Row;
	return next;
}
