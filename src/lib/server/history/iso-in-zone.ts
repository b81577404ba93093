import type { TimeZone } from './time-zone.ts';

/** ISO 8601 with the zone's offset at that moment (Z in UTC). */
export function isoInZone(utcMs: number, zone: TimeZone): string {
	const offset = zone.offsetMs(utcMs);
	const wall = new Date(utcMs + offset).toISOString().slice(0, 19);
	if (offset === 0 && /^(UTC|Etc\/UTC|Z|GMT)$/i.test(zone.name)) return `${wall}Z`;
	const minutes = Math.abs(offset) / 60_000;
	const part = (n: number) => String(Math.floor(n)).padStart(2, '0');
	return `${wall}${offset < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`;
}
