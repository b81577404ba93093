import type { TimeZone } from '../history/index.ts';

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;

/** The instant at which a local day begins; where the clocks skip midnight, the first moment after it. */
export function midnightOf(day: number, zone: Pick<TimeZone, 'fromLocal'>): number {
	for (let localMs = day * DAY_MS; ; localMs += QUARTER_MS) {
		const instant = zone.fromLocal(localMs);
		if (instant.kind !== 'never') return instant.utcMs;
	}
}
