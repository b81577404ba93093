import { PAST_SPEEDS, type PastSpeed } from '#lib/contracts/live.ts';
import { localInstant } from '#lib/format/index.ts';

/** Pages that can show a past moment. */
const PAGES: readonly (string | null)[] = ['/', '/agents', '/queues/[id]'];

/** Whether the way to a page, by its route, keeps the moment. */
export const keepsMoment = (routeId: string | null): boolean => PAGES.includes(routeId);

interface Address {
	searchParams: { get(name: string): string | null };
}

/** The moment that an address asks for; null: the present, or nothing that is a moment. */
export function readMoment(url: Address): number | null {
	const text = url.searchParams.get('at')?.replace(/ (\d{2}:\d{2})$/, '+$1');
	const ms = text && /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : NaN;
	return Number.isFinite(ms) ? ms : null;
}

export function readSpeed(url: Address): PastSpeed {
	const asked = Number(url.searchParams.get('speed'));
	return PAST_SPEEDS.find((speed) => speed === asked) ?? 0;
}

/** The path and query of an address at a moment, or at the present. */
export function withMoment(
	url: URL,
	moment: { atMs: number; speed: PastSpeed } | null,
	timeZone: string
): string {
	const search = new URLSearchParams(url.search);
	search.delete('at');
	search.delete('speed');
	if (moment) {
		search.set('at', localInstant(moment.atMs, timeZone));
		if (moment.speed > 0) search.set('speed', String(moment.speed));
	}
	const text = search.toString().replaceAll('%3A', ':');
	return `${url.pathname}${text ? `?${text}` : ''}${url.hash}`;
}
