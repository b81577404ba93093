const DAY_MS = 86_400_000;

/** Where an instant falls in the site's local time. */
export interface LocalTime {
	/** Days since 1970-01-01, local. */
	day: number;
	/** 0 = Monday … 6 = Sunday. */
	weekday: number;
	secondsOfDay: number;
}

/** Local time of a site, from a function of the offset: no clock and no zone data of its own. */
export interface SiteClock {
	local(utcMs: number): LocalTime;
	/** The instant of `secondsOfDay` (may pass 86,400) on a local day. A time that the clocks skip is moved on by the gap. */
	utcMs(day: number, secondsOfDay: number): number;
}

/**
 * @param utcOffsetSecondsAt local time − UTC at an instant; a constant for a zone without clock changes
 * @example createSiteClock(() => 3600).local(0).secondsOfDay === 3600
 */
export function createSiteClock(utcOffsetSecondsAt: (utcMs: number) => number): SiteClock {
	return {
		local(utcMs) {
			const ms = utcMs + utcOffsetSecondsAt(utcMs) * 1000;
			const day = Math.floor(ms / DAY_MS);
			// 1970-01-01 was a Thursday.
			return { day, weekday: (((day + 3) % 7) + 7) % 7, secondsOfDay: (ms - day * DAY_MS) / 1000 };
		},
		utcMs(day, secondsOfDay) {
			const wall = day * DAY_MS + secondsOfDay * 1000;
			const guess = wall - utcOffsetSecondsAt(wall) * 1000;
			return wall - utcOffsetSecondsAt(guess) * 1000;
		}
	};
}
