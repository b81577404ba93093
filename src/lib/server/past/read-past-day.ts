import type { PastDay } from '#lib/contracts/live.ts';
import { addDays } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { requireRight, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { dayStart, readJson } from '../live/index.ts';
import { readKeptFrom } from './past-log.ts';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const MINUTES = QUARTER_MS / MINUTE_MS;
const DAY_MS = 86_400_000;

/**
 * A local day by the quarter of an hour: what entered, what of it was answered in time, and how many waited at most.
 * Without e-mail and social media, whose letters lie for days.
 */
export async function readPastDay(
	ctx: Context,
	actor: Actor,
	atMs: number,
	timeZone: string
): Promise<PastDay> {
	requireRight(actor, 'live.view');
	const fromMs = dayStart(atMs, timeZone);
	const toMs = addDays(new TZDate(fromMs, timeZone), 1).getTime();
	const steps = Math.round((toMs - fromMs) / QUARTER_MS);
	const day: PastDay = {
		fromMs,
		toMs,
		stepMs: QUARTER_MS,
		keptFromMs: (await readKeptFrom(ctx)) ?? ctx.now(),
		waiting: new Array<number>(steps).fill(0),
		offered: new Array<number>(steps).fill(0),
		serviceLevel: new Array<number | null>(steps).fill(null)
	};
	// Null stands for every queue.
	const scope = scopeOf(actor);
	const seen = scope && JSON.stringify([...scope.queues]);
	for (const [step, offered, answered, abandoned, inTime] of await readEntries(ctx, fromMs, toMs, seen)) {
		day.offered[step] = offered;
		day.serviceLevel[step] = answered + abandoned > 0 ? inTime / (answered + abandoned) : null;
	}
	const changes = new Map<number, number>();
	for (const [minute, change] of await readChanges(ctx, fromMs, toMs, seen))
		changes.set(minute, (changes.get(minute) ?? 0) + change);
	let waiting = 0;
	for (let minute = 0; minute < steps * MINUTES; minute++) {
		waiting += changes.get(minute) ?? 0;
		const step = Math.floor(minute / MINUTES);
		day.waiting[step] = Math.max(day.waiting[step]!, waiting);
	}
	return day;
}

// Numbers are bound as reals, and a real divided is not whole.
const wholeSteps = (instant: string, from: string, stepMs: number): string =>
	`CAST((${instant} - ${from}) / ${stepMs} AS INTEGER)`;
const VISITS = `FROM queues AS q JOIN visits AS v ON v.queue_id = q.id AND v.entered_at >= ?1 AND v.entered_at < ?2
	WHERE q.channel NOT IN ('email', 'social') AND (?4 IS NULL OR q.id IN (SELECT value FROM json_each(?4)))`;

const readEntries = ({ db }: Context, fromMs: number, toMs: number, queues: string | null) =>
	readJson<[step: number, offered: number, answered: number, abandoned: number, inTime: number]>(
		db.client,
		`step, offered, answered, abandoned, in_time)) FROM (SELECT ${wholeSteps('v.entered_at', '?1', QUARTER_MS)} AS step,
			count(*) AS offered, sum(v.outcome = 'answered') AS answered, sum(v.outcome = 'abandoned') AS abandoned,
			sum(v.outcome = 'answered' AND v.left_at - v.entered_at <= q.service_level_threshold_seconds * 1000) AS in_time
			${VISITS} GROUP BY 1 LIMIT -1)`,
		[fromMs, toMs, null, queues]
	);

/** How the number waiting changed in each minute; who came in the day before and waits on came in the first. */
const readChanges = ({ db }: Context, fromMs: number, toMs: number, queues: string | null) =>
	readJson<[minute: number, change: number]>(
		db.client,
		`minute, n)) FROM (
			SELECT max(0, ${wholeSteps('v.entered_at', '?3', MINUTE_MS)}) AS minute, count(*) AS n
				${VISITS} AND (v.left_at >= ?3 OR (v.left_at IS NULL AND v.entered_at >= ?3)) GROUP BY 1
			UNION ALL SELECT ${wholeSteps('v.left_at', '?3', MINUTE_MS)} AS minute, -count(*) AS n
				${VISITS} AND v.left_at >= ?3 AND v.left_at < ?2 GROUP BY 1 LIMIT -1)`,
		[fromMs - DAY_MS, toMs, fromMs, queues]
	);
