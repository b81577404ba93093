import type { TimeZone } from '#lib/server/history/index.ts';

/** The instants of a span given in local time ("2026-03-02T09:00"); null when one is no time. */
export function localSpan(
	from: string,
	to: string,
	zone: Pick<TimeZone, 'fromLocal'>
): { fromAt: number; toAt: number } | null {
	const fromAt = instantOf(from, zone, 'earlier');
	const toAt = instantOf(to, zone, 'later');
	return fromAt === null || toAt === null ? null : { fromAt, toAt };
}

/** A time that the clocks skip is the next there is; of one that they repeat the whole is meant. */
function instantOf(
	text: string,
	zone: Pick<TimeZone, 'fromLocal'>,
	which: 'earlier' | 'later'
): number | null {
	const localMs = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
	if (Number.isNaN(localMs)) return null;
	for (let ms = localMs; ; ms += 900_000) {
		const instant = zone.fromLocal(ms);
		if (instant.kind === 'never') continue;
		return instant.kind === 'twice' && which === 'later' ? instant.laterUtcMs : instant.utcMs;
	}
}
