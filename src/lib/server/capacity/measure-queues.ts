import { civilDay, forecastDays } from '#solver/forecasting/index.ts';
import type { CapacityFamily, WeekProfile } from '#solver/capacity/index.ts';
import { toCallHistories, type QueueFacts } from '../history/index.ts';
import { dailyHistory } from './daily-history.ts';
import { monthVolumes } from './month-volumes.ts';
import { weekProfile } from './week-profile.ts';

/** What the worker is given. */
export interface MeasureWork {
	facts: QueueFacts[];
	timeZone: string;
	firstMonth: string;
	monthCount: number;
}

/** What a queue's history says. */
export interface MeasuredQueue {
	queueId: string;
	/** Contacts offered to people in each planned month. */
	offeredByMonth: CapacityFamily['contactsByMonth'] & number[];
	ahtSeconds: number | null;
	profile: WeekProfile;
	/** Local days, YYYY-MM-DD. */
	from: string;
	to: string;
}

const PROFILE_DAYS = 91;
/** As far ahead as days are forecast. */
const HORIZON_DAYS = 448;
const LEAST_INTERVAL_SECONDS = 1800;

/**
 * Reads each queue's history: the months ahead as the sum of its forecast by day, its week and handle time from the last
 * thirteen weeks. Queues without contacts are left out. Long work, for a worker.
 */
export function measureQueues(
	{ facts, timeZone, firstMonth, monthCount }: MeasureWork,
	tools: { report(progress: number, message?: string): void; shouldStop(): boolean }
): MeasuredQueue[] {
	const measured: MeasuredQueue[] = [];
	for (const [i, { queueId, intervalSeconds, rows }] of facts.entries()) {
		if (tools.shouldStop()) return measured;
		tools.report(i / facts.length, queueId);
		const [laid] = toCallHistories(
			{ rows, intervalSeconds, timeZone },
			Math.max(LEAST_INTERVAL_SECONDS, intervalSeconds)
		);
		const profile = laid && weekProfile(laid.history, PROFILE_DAYS);
		if (!profile) continue;
		const { history } = laid;
		const daily = dailyHistory(history);
		const { days } = forecastDays(daily, { horizonDays: HORIZON_DAYS });
		const byDay = new Map(days.map(({ day, offered }) => [day, offered]));
		// The month may have begun: what was measured of it counts.
		daily.offered.forEach((offered, d) => {
			if (daily.known[d]) byDay.set(daily.firstDay + d, offered);
		});
		measured.push({
			queueId,
			offeredByMonth: monthVolumes(byDay, firstMonth, monthCount),
			ahtSeconds: recentAht(history),
			profile,
			from: isoDay(history.firstDay),
			to: isoDay(history.firstDay + history.dayCount - 1)
		});
	}
	return measured;
}

function recentAht({ offered, ahtSeconds, dayCount }: ReturnType<typeof toCallHistories>[number]['history']) {
	if (!ahtSeconds) return null;
	let [work, contacts] = [0, 0];
	const width = offered.length / dayCount;
	for (let k = Math.max(0, dayCount - PROFILE_DAYS) * width; k < offered.length; k++) {
		if (ahtSeconds[k]! <= 0) continue;
		work += ahtSeconds[k]! * offered[k]!;
		contacts += offered[k]!;
	}
	return contacts > 0 ? Math.round((work / contacts) * 10) / 10 : null;
}

function isoDay(day: number): string {
	const { year, month, dayOfMonth } = civilDay(day);
	return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
