import type { SourceRow } from '#lib/contracts/live.ts';

/** Behind by more than this a source is late: what it tells of is over. */
export const LATE_AFTER_MS = 10_000;
const RECENT_MS = 86_400_000;

/** How a source stands; `never`: it has brought nothing since the server started. */
export function sourceState(row: SourceRow): 'running' | 'late' | 'replaying' | 'silent' | 'never' {
	if (row.lastReceivedAt === null) return 'never';
	if (row.isSilent) return 'silent';
	if (row.clockOffsetMs !== 0) return 'replaying';
	return row.lagMs !== null && row.lagMs > LATE_AFTER_MS ? 'late' : 'running';
}

/** The sources whose silence makes the floor stale: they told of today, and tell no more. */
export const missedSources = (sources: readonly SourceRow[], wallMs: number): SourceRow[] =>
	sources.filter(
		({ isSilent, lastEventAt }) => isSilent && lastEventAt !== null && wallMs - lastEventAt < RECENT_MS
	);
