import type { TimeZone } from '../history/index.ts';

const DAY_MS = 86_400_000;

/** Instants in order, with the local day, weekday and minute of each. */
export interface LocalInstants {
	instants: number[];
	days: number[];
	weekdays: number[];
	minutes: number[];
}

export function localInstants(instants: readonly number[], zone: TimeZone): LocalInstants {
	const inOrder = [...new Set(instants)].sort((a, b) => a - b);
	const local = inOrder.map((at) => at + zone.offsetMs(at));
	const days = local.map((at) => Math.floor(at / DAY_MS));
	return {
		instants: inOrder,
		days,
		// 1970-01-01 was a Thursday.
		weekdays: days.map((day) => (((day + 4) % 7) + 7) % 7),
		minutes: local.map((at, i) => Math.floor((at - days[i]! * DAY_MS) / 60_000))
	};
}
