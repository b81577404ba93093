import { weekdayOf } from '#solver/forecasting/index.ts';
import { learnShares, splitForecast, type KindCount } from '#solver/forecasting/split/index.ts';
import { DAY_PARTS, type SplitAnswer, type SplitDayRow } from '#lib/contracts/forecast-split.ts';
import { InvalidInputError, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import { addBands } from './add-bands.ts';
import { localOffsetSql } from './local-offset-sql.ts';
import { midnightOf } from './midnight-of.ts';
import { intervalsOf } from './read-forecast-intervals.ts';
import { findForecast } from './read-forecasts.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const LEARNED_DAYS = 84;
/** Of fewer contacts, shares would be guesses. */
const FEWEST = 30;

const partOf = (localHour: number): number => DAY_PARTS.findLastIndex(([, from]) => from <= localHour);

/**
 * A queue's forecast told apart by what its contacts are about: shares by weekday and part of the day, learned from the contacts of
 * the last twelve weeks (of a forecast that is over: up to its end), as their source said or their words told it. Contacts of which neither is
 * known stay a row of their own. Null when there is no such forecast.
 */
export async function splitByIntent(
	ctx: Context,
	actor: Actor,
	forecastId: string,
	queueId: string
): Promise<SplitAnswer | null> {
	requireRight(actor, 'forecast.view');
	const head = await findForecast(ctx, actor, forecastId);
	if (!head) return null;
	if (!Object.hasOwn(head.detail, queueId))
		throw new InvalidInputError(`Splitting a forecast: it has no queue "${queueId}".`);
	const zone = openTimeZone(head.timeZone)!;
	const toAt = Math.min(head.toAt, ctx.now());
	const fromAt = toAt - LEARNED_DAYS * DAY_MS;
	const local = `(v.entered_at + ${localOffsetSql(zone, 'v.entered_at', { fromAt, toAt })})`;
	const part = `CASE ${[...DAY_PARTS.entries()]
		.reverse()
		.map(([i, [, hour]]) => `WHEN ${local} % ${DAY_MS} >= ${hour * HOUR_MS} THEN ${i}`)
		.join(' ')} END`;
	const { rows } = await ctx.db.client.execute({
		sql: `SELECT ${local} / ${DAY_MS} AS day, ${part} AS part, coalesce(c.intent, g.intent) AS intent, count(*) AS contacts,
				sum(c.intent IS NULL AND g.intent IS NOT NULL) AS guessed
			FROM visits AS v JOIN contacts AS c ON c.id = v.contact_id LEFT JOIN contact_intents AS g ON g.contact_id = c.id
			WHERE v.ordinal = 0 AND v.queue_id = ? AND v.entered_at >= ? AND v.entered_at < ? GROUP BY 1, 2, 3`,
		args: [queueId, fromAt, toAt]
	});
	const counts = rows.map((row): KindCount => ({
		day: Number(row.day),
		weekday: weekdayOf(Number(row.day)),
		part: Number(row.part),
		kind: row.intent === null ? null : String(row.intent),
		contacts: Number(row.contacts)
	}));
	const contacts = counts.reduce((sum, one) => sum + one.contacts, 0);
	if (contacts < FEWEST) return { kind: 'too-few', contacts, wanted: FEWEST };
	const model = learnShares(counts);

	const intervals = (await intervalsOf(ctx, forecastId, queueId)).map((one) => {
		const localMs = one.startAt + zone.offsetMs(one.startAt);
		const day = Math.floor(localMs / DAY_MS);
		// Of a forecast by day the parts are not known: its shares are those of the day's middle.
		const hour = head.intervalSeconds === DAY_MS / 1000 ? 12 : (localMs % DAY_MS) / HOUR_MS;
		return { ...one, day, weekday: weekdayOf(day), part: partOf(hour) };
	});
	const splitOf = (group: typeof intervals) => {
		const band = group.map(({ offered, p10, p90 }) => ({ offered, p10, p90 })).reduce(addBands, NOTHING);
		return splitForecast(model, group, band).map(({ kind, ...row }) => ({ intent: kind, ...row }));
	};
	const parts = Map.groupBy(intervals, ({ day, part }) => `${day} ${part}`);
	return {
		kind: 'split',
		view: {
			learned: {
				fromAt,
				toAt,
				contacts,
				days: model.days,
				guessed: rows.reduce((sum, row) => sum + Number(row.guessed), 0),
				unknown: counts.reduce((sum, one) => sum + (one.kind === null ? one.contacts : 0), 0),
				dispersion: model.dispersion
			},
			whole: splitOf(intervals),
			days: [...parts.values()].flatMap((group): SplitDayRow[] => {
				const { day, part } = group[0]!;
				const at = midnightOf(day, zone);
				return splitOf(group).map((row) => ({ at, part: DAY_PARTS[part]![0], ...row }));
			})
		}
	};
}

const NOTHING = { offered: 0, p10: 0, p90: 0 };
