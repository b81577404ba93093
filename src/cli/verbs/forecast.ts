import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openTimeZone, toCallHistories, type QueueHistory } from '#lib/server/history/index.ts';
import { forecast, type Forecast } from '#solver/forecasting/index.ts';
import { describeFile, describeForecast, describeGaps } from '../forecast/describe-notes.ts';
import { toCsv, toOutputRows } from '../forecast/format-intervals.ts';
import { forecastHeldOut, type HeldOut } from '../forecast/held-out.ts';
import { pooledScore } from '../forecast/pooled-score.ts';
import { readHistory } from '../forecast/read-history.ts';
import { parseDuration } from '../parse-duration.ts';
import { RefusedError, UsageError, type Verb } from '../verb.ts';

const DAY_SECONDS = 86_400;
const DEFAULT_INTERVAL_SECONDS = 1800;

const usage = `marea forecast --history FILE.csv (--horizon 28d | --holdout 28d) [--interval 30m] [--time-zone Z] [--json] [--out F.csv]

  --history    interval_start,queue,offered[,answered,abandoned,aht_seconds]; or two columns, a time and a
               count; or Amazon Connect's history
  --horizon    how far to forecast, in whole days (rounded up)
  --holdout    forecast the last days of the history from what came before, and say how good that was
  --interval   5m, 15m, 30m, 1h …; a finer history is summed to it (default 30m, or the file's if longer)
  --time-zone  zone of times without one, and of the weekly habits (default UTC)
  --json       with --holdout {method, wape, bias, mase, coverage80, noiseFloor, baseline}, else the forecast;
               several queues: {queues: […]} beside the figures over all of their intervals
  --out        write the forecast as CSV: interval_start,queue,offered,p10,p90[,aht_seconds]`;

const verb: Verb = {
	summary: 'forecast contacts by interval from a history file',
	usage,
	async run(args, io) {
		const { values } = parseArgs({
			args,
			options: {
				history: { type: 'string' },
				horizon: { type: 'string' },
				holdout: { type: 'string' },
				interval: { type: 'string' },
				'time-zone': { type: 'string', default: 'UTC' },
				json: { type: 'boolean', default: false },
				out: { type: 'string' }
			}
		});
		if (!values.history) throw new UsageError('--history FILE.csv is missing.');
		if (!values.horizon && !values.holdout) throw new UsageError('say --horizon 28d or --holdout 28d.');
		const horizonDays = values.horizon ? wholeDays(values.horizon, '--horizon') : 0;
		const holdoutDays = values.holdout ? wholeDays(values.holdout, '--holdout') : 0;
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

		const queues = toCallHistories(file, intervalSeconds).map((queue) => {
			for (const line of describeGaps(queue)) io.err(line);
			const run = runQueue(queue, horizonDays, holdoutDays);
			for (const line of describeForecast(queue.queue, run.result.notes, intervalSeconds)) io.err(line);
			return { queue: queue.queue, history: queue.history, ...run };
		});
		const rows = queues.flatMap(({ queue, result }) => toOutputRows(queue, result, intervalSeconds, zone));
		if (rows.length === 0) io.err('no queue is open in the horizon: nothing to forecast');
		if (values.out) writeFileSync(values.out, toCsv(rows));

		if (values.json)
			io.out(JSON.stringify(holdoutDays ? heldOutReport(queues) : forecastReport(queues, rows), null, 2));
		else if (holdoutDays) io.out(heldOutText(queues));
		else if (!values.out) io.out(toCsv(rows));
		return 0;
	}
};
export default verb;

interface QueueRun {
	queue: string;
	result: Forecast;
	held: HeldOut | null;
}

function runQueue({ queue, history }: QueueHistory, horizonDays: number, holdoutDays: number) {
	if (holdoutDays === 0) return { result: forecast(history, { horizonDays }), held: null };
	if (holdoutDays >= history.dayCount)
		throw new RefusedError(
			`--holdout of ${holdoutDays} days leaves nothing of the ${history.dayCount} days of "${queue}" to learn from.`
		);
	const held = forecastHeldOut(history, holdoutDays);
	return { result: held.result, held };
}

function wholeDays(text: string, flag: string): number {
	const days = Math.ceil(parseDuration(text, flag) / DAY_SECONDS);
	if (days < 1) throw new UsageError(`${flag} "${text}" must be more than nothing.`);
	return days;
}

function heldOutReport(queues: readonly QueueRun[]) {
	const each = queues.map(({ queue, result, held }) => ({
		queue,
		method: result.method,
		...held!.score,
		intervals: held!.cells.length
	}));
	if (each.length === 1) return each[0];
	return {
		method: [...new Set(each.map((queue) => queue.method))].join('; '),
		...pooledScore(queues.map(({ held }) => held!)),
		queues: each
	};
}

function forecastReport(
	queues: readonly QueueRun[],
	rows: readonly ReturnType<typeof toOutputRows>[number][]
) {
	const each = queues.map(({ queue, result: { method, weights, backtest, notes } }) => ({
		queue,
		method,
		weights,
		backtest,
		notes,
		intervals: rows.filter((row) => row.queue === queue).map(({ queue: _, ...row }) => row)
	}));
	return each.length === 1 ? each[0] : { queues: each };
}

const percent = (fraction: number | null) => (fraction === null ? '–' : `${(100 * fraction).toFixed(2)} %`);

function heldOutText(queues: readonly QueueRun[]): string {
	return queues
		.map(({ queue, result, held }) => {
			const { wape, bias, mase, coverage80, noiseFloor, baseline } = held!.score;
			return [
				`${queue}: ${result.method}`,
				`  WAPE ${percent(wape)} (noise floor ${percent(noiseFloor)}, seasonal naive ${percent(baseline.seasonalNaive.wape)})`,
				`  bias ${percent(bias)}, MASE ${mase === null ? '–' : mase.toFixed(3)}, inside the 80 % band ${percent(coverage80)}`
			].join('\n');
		})
		.join('\n');
}
