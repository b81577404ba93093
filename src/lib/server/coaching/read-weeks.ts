import {
	COUNT_COLUMNS,
	DAY_COLUMNS,
	METRICS,
	METRIC_SPECS,
	SUM_COLUMNS,
	type Metric
} from '#solver/coaching/index.ts';
import type { Context } from '../context.ts';
import { columnInSql } from './column-in-sql.ts';

const DAY_MS = 86_400_000;
/** A week of fewer would only show chance. */
const FEWEST = 5;

type Sums = Record<string, number>;

/** An agent's figures week by week (from Monday) as they were, case mix and all, over a run's days. Cost: O(days). */
export async function readWeeks(
	{ db: { client } }: Context,
	agentId: string,
	{ fromDate, toDate }: { fromDate: string; toDate: string }
): Promise<{ starts: string[]; figures: Map<Metric, (number | null)[]> }> {
	const dates: string[] = [];
	for (let at = Date.parse(fromDate); at <= Date.parse(toDate); at += DAY_MS)
		dates.push(new Date(at).toISOString().slice(0, 10));
	const days = JSON.stringify(dates);
	const sum = (names: readonly string[]) =>
		names.map((name) => `sum(${columnInSql(name)}) AS ${name}`).join(', ');
	// The key begins with the date: a look-up a day, not a walk over everybody.
	const read = async (table: string, names: readonly string[]) =>
		(
			await client.execute({
				sql: `SELECT f.date, ${sum(names)} FROM json_each(?) AS d CROSS JOIN ${table} AS f ON f.date = d.value AND f.agent_id = ? GROUP BY f.date`,
				args: [days, agentId]
			})
		).rows;
	const contactColumns = [...COUNT_COLUMNS, ...SUM_COLUMNS];
	const [contacts, own] = await Promise.all([
		read('performance_facts', contactColumns),
		read('performance_days', DAY_COLUMNS)
	]);
	const starts = [...new Set(dates.map(mondayOf))];
	const sums = new Map(starts.map((start) => [start, {} as Sums]));
	for (const [rows, names] of [
		[contacts, contactColumns],
		[own, DAY_COLUMNS]
	] as const)
		for (const row of rows) {
			const week = sums.get(mondayOf(String(row.date)))!;
			for (const name of names) week[name] = (week[name] ?? 0) + Number(row[name] ?? 0);
		}
	return {
		starts,
		figures: new Map(
			METRICS.map((metric) => [metric, starts.map((start) => figureOf(metric, sums.get(start)!))])
		)
	};
}

const mondayOf = (date: string): string => {
	const at = Date.parse(`${date}T00:00:00Z`);
	return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);
};

function figureOf(metric: Metric, sums: Sums): number | null {
	const spec = METRIC_SPECS[metric];
	const of = (name: string): number => sums[name] ?? 0;
	if (spec.family === 'rate') return of(spec.of) >= FEWEST ? of(spec.hits) / of(spec.of) : null;
	if (spec.family === 'mean') {
		const count = of(spec.count);
		if (count < FEWEST) return null;
		const mean = of(spec.sum) / count;
		return spec.scale === 'log' ? Math.exp(mean) : mean;
	}
	const weight = of(spec.weight);
	if (weight <= 0) return null;
	const share = of(spec.sum) / weight;
	return spec.isComplement ? 1 - share : share;
}
