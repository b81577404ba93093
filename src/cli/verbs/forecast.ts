import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openTimeZone, toCallHistories } from '#lib/server/history/index.ts';
import { countryHolidays } from '../forecast/country-holidays.ts';
import { describeFile, describeForecast, describeGaps } from '../forecast/describe-notes.ts';
import { toCsv, toDayRows, toOutputRows } from '../forecast/format-intervals.ts';
import { scoreHeldOut, withoutLastDays } from '../forecast/held-out.ts';
import { parseQuantiles } from '../forecast/parse-quantiles.ts';
import { readHistory } from '../forecast/read-history.ts';
import { readSpecialDays, type NamedDay } from '../forecast/read-special-days.ts';
import { forecastReport, heldOutReport, heldOutText } from '../forecast/reports.ts';
import { runQueues } from '../forecast/run-queues.ts';
import { parseDuration } from '../parse-duration.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const DAY_SECONDS = 86_400;
const DEFAULT_INTERVAL_SECONDS = 1800;
/** 18 weeks by interval, 64 by day. */
const MOST_DAYS = { interval: 126, day: 448 };

const usage = `marea forecast --history FILE.csv (--horizon 28d | --holdout 28d) [--daily] [--interval 30m] [--time-zone Z]
               [--special-days FILE.csv] [--country ES[-MD]] [--quantiles 0.05,0.5,0.95] [--json] [--out F.csv]

  --history       interval_start,queue,offered[,answered,abandoned,aht_seconds]; or two columns, a time and a
                  count; or Amazon Connect's history
  --horizon       how far to forecast, in whole days (rounded up): to 126 (18 weeks), with --daily to 448 (64 weeks)
  --holdout       forecast the last days of the history from what came before, and say how good that was
  --daily         totals by day: date,queue,offered,p10,p90[,aht_seconds]
  --interval      5m, 15m, 30m, 1h …; a finer history is summed to it (default 30m, or the file's if longer)
  --time-zone     zone of times without one, and of the weekly habits (default UTC)
  --special-days  date,name[,effect[,queue]], past and future: effect is a factor on the day's contacts or
                  "closed"; empty, it is learned from the past days of that name
  --country       the public holidays of a country, or of a region of it, as special days
  --quantiles     more columns: q0.05, q0.5 …
  --json          with --holdout {method, wape, bias, mase, coverage80, noiseFloor, baseline}, else the forecast;
                  several queues: {queues: […]} beside the figures over all of their intervals
  --out           write the forecast as CSV: interval_start,queue,offered,p10,p90[,aht_seconds]

Several queues in one file are forecast together, and agree with a forecast of their total.`;

const verb: Verb = {
	summary: 'forecast contacts by interval or day from a history file',
	usage,
	async run(args, io) {
		const { values } = parseArgs({
			args,
			options: {
				history: { type: 'string' },
				horizon: { type: 'string' },
				holdout: { type: 'string' },
				daily: { type: 'boolean', default: false },
				interval: { type: 'string' },
				'time-zone': { type: 'string', default: 'UTC' },
				'special-days': { type: 'string' },
				country: { type: 'string' },
				quantiles: { type: 'string' },
				json: { type: 'boolean', default: false },
				out: { type: 'string' }
			}
		});
		const isDaily = values.daily;
		if (!values.history) throw new UsageError('--history FILE.csv is missing.');
		if (!values.horizon && !values.holdout) throw new UsageError('say --horizon 28d or --holdout 28d.');
		const most = isDaily ? MOST_DAYS.day : MOST_DAYS.interval;
		const horizonDays = values.horizon ? wholeDays(values.horizon, '--horizon', most) : 0;
		const holdoutDays = values.holdout ? wholeDays(values.holdout, '--holdout', most) : 0;
		const quantiles = values.quantiles ? parseQuantiles(values.quantiles) : [];
		const wanted = values.interval ? parseDuration(values.interval, '--interval') : null;
		const timeZone = values['time-zone'];
		const zone = openTimeZone(timeZone);
		if (!zone)
			throw new UsageError(`--time-zone "${timeZone}" is not an IANA time zone such as Europe/Madrid.`);

		const file = readHistory(values.history, timeZone);
		for (const line of describeFile(file)) io.err(line);
		const fileSeconds = file.intervalSeconds!;
		const intervalSeconds = wanted ?? Math.max(DEFAULT_INTERVAL_SECONDS, fileSeconds);
		if (!(intervalSeconds > 0) || intervalSeconds % fileSeconds !== 0 || DAY_SECONDS % intervalSeconds !== 0)
			throw new RefusedError(
				`--interval "${values.interval ?? intervalSeconds}" must be a multiple of the history's ${fileSeconds / 60} minutes that divides a day.`
			);

		const read = toCallHistories(file, intervalSeconds);
		for (const queue of read) for (const line of describeGaps(queue)) io.err(line);
		const firstDay = Math.min(...read.map(({ history }) => history.firstDay));
		const lastDay = Math.max(...read.map(({ history }) => history.firstDay + history.dayCount - 1));
		// The planner's own days come last: they count where a holiday has the same date.
		const specialDays: NamedDay[] = [
			...(values.country ? countryHolidays(values.country, firstDay, lastDay + horizonDays) : []),
			...(values['special-days']
				? readSpecialDays(values['special-days'], read.map(({ queue }) => queue)) // prettier-ignore
				: [])
		];
		const known = holdoutDays > 0 ? withoutLastDays(read, holdoutDays) : read;
		const results = runQueues(known, {
			horizonDays: holdoutDays || horizonDays,
			specialDays,
			isDaily,
			report: (queue) => {
				if (read.length > 1) io.err(`forecasting ${queue}`);
			}
		});
		for (const { queue, result } of results)
			for (const line of describeForecast(queue, result.notes, intervalSeconds)) io.err(line);
		const rows = results.flatMap((run) =>
			run.isDaily
				? toDayRows(run.queue, run.result, quantiles)
				: toOutputRows(run.queue, run.result, intervalSeconds, zone, quantiles)
		);
		if (rows.length === 0) io.err('no queue is open in the horizon: nothing to forecast');
		const csv = toCsv(rows, { isDaily, quantiles });
		if (values.out) writeFileSync(values.out, csv);

		if (holdoutDays > 0) {
			const scored = results.map((run, k) => ({
				...run,
				held: scoreHeldOut(read[k]!.history, known[k]!.history, run)
			}));
			io.out(values.json ? JSON.stringify(heldOutReport(scored), null, 2) : heldOutText(scored));
		} else if (values.json) io.out(JSON.stringify(forecastReport(results, rows), null, 2));
		else if (!values.out) io.out(csv);
		return 0;
	}
};
export default verb;

function wholeDays(text: string, flag: string, most: number): number {
	const days = Math.ceil(parseDuration(text, flag) / DAY_SECONDS);
	if (days < 1) throw new UsageError(`${flag} "${text}" must be more than nothing.`);
	if (days > most)
		throw new UsageError(
			`${flag} "${text}" must be at most ${most} days${most < MOST_DAYS.day ? ` (with --daily ${MOST_DAYS.day})` : ''}.`
		);
	return days;
}
