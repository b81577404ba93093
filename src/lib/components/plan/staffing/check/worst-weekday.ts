import type { CheckedDay } from '#solver/pooling/index.ts';

/** The day that may go worst: its 10th percentile, with its weekday (0 = Sunday); null without simulated days. */
export function worstWeekday(days: readonly CheckedDay[]): { weekday: number; serviceLevel: number } | null {
	let worst: { weekday: number; serviceLevel: number } | null = null;
	for (const { weekday, serviceLevel } of days)
		if (serviceLevel && (worst === null || serviceLevel.p10 < worst.serviceLevel))
			worst = { weekday, serviceLevel: serviceLevel.p10 };
	return worst;
}
