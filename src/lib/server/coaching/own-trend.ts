import { TZDate } from '@date-fns/tz';
import {
	COUNT_COLUMNS,
	METRIC_SPECS,
	METRICS,
	SUM_COLUMNS,
	type CountColumn,
	type DayColumn,
	type Metric,
	type SumColumn
} from '#solver/coaching/index.ts';
import type { FeedTrend } from '#lib/contracts/feed.ts';
import type { Context } from '../context.ts';
import { columnInSql } from './column-in-sql.ts';

const CONTACT_COLUMNS = [...COUNT_COLUMNS, ...SUM_COLUMNS] as const;
const DAY_SUMS = [
	'scheduledSeconds',
	'exceptionSeconds',
	'evaluations',
	'evaluationScores',
	'evaluationSquares'
] as const;
const Z90 = 1.6448536269514722;
const WEEK_DAYS = 7;
const DAY_MS = 86_400_000;

type Sums = Partial<Record<CountColumn | SumColumn | DayColumn, number>>;
/** An agent's sums of one local day. */
export interface OwnDaySums {
	date: string;
	sums: Sums;
}

/** What one agent did, day by day over all work, from a local date on. Cost: a look-up a day, however many agents. */
export async function readOwnDays(
	{ db, now }: Context,
	agentId: string,
	fromDate: string
): Promise<OwnDaySums[]> {
	const columns = (names: readonly string[]) =>
		names.map((name) => `SUM(${columnInSql(name)}) AS ${name}`).join(', ');
	// The keys begin with the date: named one by one they are found, as a range they would be read of all agents.
	const dates = JSON.stringify(datesFrom(fromDate, now()));
	const ask = (table: string, names: readonly string[]) =>
		db.client.execute({
			sql: `SELECT date, ${columns(names)} FROM ${table}
				WHERE date IN (SELECT value FROM json_each(?)) AND agent_id = ? GROUP BY date`,
			args: [dates, agentId]
		});
	const answers = await Promise.all([
		ask('performance_facts', CONTACT_COLUMNS),
		ask('performance_days', DAY_SUMS)
	]);
	const byDate = new Map<string, Sums>();
	for (const { rows } of answers)
		for (const { date, ...sums } of rows as unknown as ({ date: string } & Record<string, number>)[]) {
			const known: Sums = byDate.get(date) ?? {};
			for (const name of [...CONTACT_COLUMNS, ...DAY_SUMS])
				if (sums[name] !== undefined) known[name] = Number(sums[name]);
			byDate.set(date, known);
		}
	return [...byDate].map(([date, sums]) => ({ date, sums })).sort((a, b) => a.date.localeCompare(b.date));
}

/** Dates up to the one that it is anywhere on earth. */
function datesFrom(fromDate: string, nowMs: number): string[] {
	const dates: string[] = [];
	for (let at = Date.parse(`${fromDate}T00:00:00Z`); at <= nowMs + DAY_MS; at += DAY_MS)
		dates.push(new Date(at).toISOString().slice(0, 10));
	return dates;
}

export interface OwnFigure {
	value: number;
	observations: number;
	low: number | null;
	high: number | null;
}

/** A metric over some days as it was: no case mix taken out. Null: nothing was counted. */
export function figureOver(metric: Metric, days: readonly OwnDaySums[]): OwnFigure | null {
	const total = (name: CountColumn | SumColumn | DayColumn): number =>
		days.reduce((sum, { sums }) => sum + (sums[name] ?? 0), 0);
	const spec = METRIC_SPECS[metric];
	if (spec.family === 'rate') {
		const observations = total(spec.of);
		if (observations === 0) return null;
		const value = total(spec.hits) / observations;
		return { value, observations, ...wilson(value, observations) };
	}
	if (spec.family === 'mean') {
		const observations = total(spec.count);
		if (observations === 0) return null;
		const mean = total(spec.sum) / observations;
		const variance = Math.max(0, total(spec.squares) / observations - mean * mean);
		const margin = observations > 1 ? Z90 * Math.sqrt(variance / (observations - 1)) : null;
		const read = (figure: number) => (spec.scale === 'log' ? Math.exp(figure) : figure);
		return {
			value: read(mean),
			observations,
			low: margin === null ? null : read(mean - margin),
			high: margin === null ? null : read(mean + margin)
		};
	}
	const weight = total(spec.weight);
	if (weight === 0) return null;
	const share = total(spec.sum) / weight;
	const observations = days.filter(({ sums }) => (sums[spec.weight] ?? 0) > 0).length;
	return {
		value: spec.isComplement ? 1 - share : share,
		observations: metric === 'quality' ? weight : observations,
		low: null,
		high: null
	};
}

/** Wilson's score interval (1927): stays within 0 and 1, and honest where there are few. */
function wilson(share: number, n: number): { low: number; high: number } {
	const z2 = Z90 * Z90;
	const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
	const margin = (Z90 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
	return { low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}

/** Week by week, Monday to Sunday, every metric of which anything was counted. */
export function weeklyTrends(
	days: readonly OwnDaySums[],
	expected: ReadonlyMap<string, number>,
	timeZone: string
): FeedTrend[] {
	const weeks = Map.groupBy(days, ({ date }) => mondayOf(date));
	return METRICS.flatMap((metric): FeedTrend[] => {
		const points = [...weeks].flatMap(([date, own]) => {
			const figure = figureOver(metric, own);
			return figure ? [{ date, at: startOf(date, timeZone), ...figure }] : [];
		});
		return points.length === 0 ? [] : [{ metric, expected: expected.get(metric) ?? null, weeks: points }];
	});
}

function mondayOf(date: string): string {
	const at = Date.parse(`${date}T00:00:00Z`);
	const back = (new Date(at).getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS;
	return new Date(at - back * DAY_MS).toISOString().slice(0, 10);
}

function startOf(date: string, timeZone: string): number {
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	return new TZDate(year, month - 1, day, timeZone).getTime();
}
