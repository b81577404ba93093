import type { Series } from '#lib/components/charts/series.ts';
import { m } from '#lib/paraglide/messages.js';
import type { IntradayInterval } from '#lib/server/intraday/index.ts';

/** Contacts of a day as lines: forecast and re-forecast dashed with their bands, what came solid. */
export function contactSeries(
	intervals: readonly IntradayInterval[],
	asOf: number,
	stepMs: number
): Series[] {
	const came = (row: IntradayInterval) => row.startAt + stepMs <= asOf;
	const points = (of: (row: IntradayInterval) => number | null) =>
		intervals.map((row) => ({ at: row.startAt, value: of(row) }));
	const hasLater = intervals.some((row) => !came(row) && row.actual !== null);
	const hasForecast = intervals.some((row) => row.forecast !== null);
	return [
		...(hasForecast
			? [
					{
						id: 'forecast',
						label: m.intraday_forecast(),
						color: 'var(--series-1)',
						dashed: true,
						stepMs,
						points: intervals.map((row) => ({
							at: row.startAt,
							value: row.forecast,
							low: row.p10,
							high: row.p90
						}))
					},
					{
						id: 'reforecast',
						label: m.intraday_reforecast(),
						color: 'var(--series-2)',
						dashed: true,
						stepMs,
						points: intervals.map((row) => ({
							at: row.startAt,
							value: row.reforecast,
							low: row.reforecastP10,
							high: row.reforecastP90
						}))
					}
				]
			: []),
		{
			id: 'actual',
			label: m.intraday_actual(),
			color: 'var(--series-3)',
			stepMs,
			points: points((row) => (came(row) ? row.actual : null))
		},
		...(hasLater
			? [
					{
						id: 'later',
						label: m.intraday_later(),
						color: 'var(--text-muted)',
						stepMs,
						points: points((row) => (came(row) ? null : row.actual))
					}
				]
			: [])
	];
}

/** Agents: planned and needed on contacts, scheduled, and there. */
export function agentSeries(intervals: readonly IntradayInterval[], stepMs: number): Series[] {
	const one = (id: string, label: string, color: string, of: (row: IntradayInterval) => number | null) => ({
		id,
		label,
		color,
		stepMs,
		points: intervals.map((row) => ({ at: row.startAt, value: of(row) }))
	});
	return [
		one('planned', m.intraday_planned(), 'var(--series-1)', (row) => row.planned),
		one('required', m.intraday_required(), 'var(--series-2)', (row) => row.required),
		...(intervals.some((row) => row.scheduled !== null)
			? [one('scheduled', m.adherence_intraday_scheduled(), 'var(--series-4)', (row) => row.scheduled)]
			: []),
		...(intervals.some((row) => row.staffed !== null)
			? [one('staffed', m.adherence_intraday_staffed(), 'var(--series-3)', (row) => row.staffed)]
			: [])
	];
}

/** Service level of each interval: as it was, and as it is to be expected with the people scheduled. */
export function serviceSeries(intervals: readonly IntradayInterval[], stepMs: number): Series[] {
	return [
		{
			id: 'service',
			label: m.adherence_intraday_was(),
			color: 'var(--series-3)',
			stepMs,
			points: intervals.map((row) => ({ at: row.startAt, value: row.serviceLevel }))
		},
		{
			id: 'expected',
			label: m.adherence_intraday_expected(),
			color: 'var(--series-2)',
			dashed: true,
			stepMs,
			points: intervals.map((row) => ({ at: row.startAt, value: row.expectedServiceLevel }))
		}
	];
}
