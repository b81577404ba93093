import { tzOffset } from '@date-fns/tz';

/** Local time less UTC in a zone, in seconds, at an instant. */
export const siteOffset =
	(timeZone: string) =>
	(utcMs: number): number =>
		tzOffset(timeZone, new Date(utcMs)) * 60;
