import type { RosterDemand } from '#solver/rostering/index.ts';
import type { TimeZone } from '../history/index.ts';

/** What a staffing plan asks of a queue in an interval. */
export interface Demand {
	queueId: string;
	skillId: string | null;
	startAt: number;
	agents: number;
}

const DAY_MS = 86_400_000;

/** A plan's intervals as a roster's demand: by local day, on the roster's finer grid, queues of one skill together. */
export function demandNeeds(input: {
	/** Local date, YYYY-MM-DD. */
	start: string;
	days: number;
	zone: TimeZone;
	demand: readonly Demand[];
	intervalMinutes: number;
	/** Minutes; divides the interval. */
	grid: number;
}): RosterDemand[] {
	const { start, days, zone, demand, intervalMinutes, grid } = input;
	const firstDay = Date.parse(`${start}T00:00:00Z`) / DAY_MS;
	const needs = new Map<string, RosterDemand>();
	for (const { startAt, skillId, agents } of demand) {
		const local = startAt + zone.offsetMs(startAt);
		const day = Math.floor(local / DAY_MS) - firstDay;
		if (day < 0 || day >= days || agents <= 0) continue;
		const minute = Math.floor((local % DAY_MS) / 60_000);
		for (let part = 0; part < intervalMinutes; part += grid) {
			const key = `${day} ${minute + part} ${skillId ?? ''}`;
			const need = needs.get(key) ?? { day, fromMinute: minute + part, skill: skillId, agents: 0 };
			need.agents += agents;
			needs.set(key, need);
		}
	}
	return [...needs.values()].map((need) => ({ ...need, agents: Math.round(need.agents * 100) / 100 }));
}
