import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { PERIODS, type Period, type PeriodName } from '#lib/contracts/conversations.ts';
import { dayStart } from '../live/index.ts';

/** A period or a list of contacts that cannot be answered as it is asked for. */
export class InvalidQuery extends Error {
	readonly status = 400;
}

const LONGEST_DAYS = 400;

/**
 * Reads `period` (today, yesterday, 7d, 28d or custom with `from` and `to`, local dates, both included).
 *
 * @param nowMs the floor's time
 */
export function parsePeriod(
	query: URLSearchParams,
	nowMs: number,
	timeZone: string,
	fallback: PeriodName = '7d'
): Period {
	const asked = query.get('period') ?? (query.has('from') ? 'custom' : fallback);
	const name = PERIODS.find((one) => one === asked);
	if (!name)
		throw new InvalidQuery(
			`Reading a period: period "${asked}" must be today, yesterday, 7d, 28d or custom.`
		);
	const today = dayStart(nowMs, timeZone);
	const shifted = (days: number) => addDays(new TZDate(today, timeZone), days).getTime();
	const [fromMs, toMs] = {
		today: () => [today, shifted(1)] as const,
		yesterday: () => [shifted(-1), today] as const,
		'7d': () => [shifted(-6), shifted(1)] as const,
		'28d': () => [shifted(-27), shifted(1)] as const,
		custom: () => customDays(query, timeZone)
	}[name]();
	const dayOf = (ms: number) => format(new TZDate(ms, timeZone), 'yyyy-MM-dd');
	return { name, fromMs, toMs, fromDay: dayOf(fromMs), toDay: dayOf(toMs - 1) };
}

function customDays(query: URLSearchParams, timeZone: string): readonly [number, number] {
	const from = localMidnight(query.get('from'), 'from', timeZone);
	const to = addDays(localMidnight(query.get('to') ?? query.get('from'), 'to', timeZone), 1);
	if (to <= from)
		throw new InvalidQuery(
			`Reading a period: from "${query.get('from')}" must not be after to "${query.get('to')}".`
		);
	if (to.getTime() - from.getTime() > LONGEST_DAYS * 86_400_000)
		throw new InvalidQuery(`Reading a period: at most ${LONGEST_DAYS} days at a time.`);
	return [from.getTime(), to.getTime()];
}

function localMidnight(text: string | null, name: string, timeZone: string): TZDate {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
	const noon =
		parts && new TZDate(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12, 0, 0, timeZone);
	if (!noon || format(noon, 'yyyy-MM-dd') !== text)
		throw new InvalidQuery(`Reading a period: ${name} "${text}" must be a date such as 2026-11-22.`);
	return new TZDate(dayStart(noon.getTime(), timeZone), timeZone);
}
