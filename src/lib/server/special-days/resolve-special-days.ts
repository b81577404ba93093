import type { SpecialDayRow } from './special-day.ts';

/** One day for the forecaster; without a queue it holds for every one. */
export interface ResolvedDay {
	/** Local day number. */
	day: number;
	name: string;
	factor: number | null;
	isClosed: boolean;
	queueId: string | null;
}

type Entry = Pick<
	SpecialDayRow,
	'date' | 'name' | 'queueId' | 'factor' | 'isClosed' | 'isIgnored' | 'source'
>;

const DAY_MS = 86_400_000;
/** Among entries of one day: what the planner said before what is learned, their own before a holiday. */
const weight = ({ isClosed, factor, source }: Entry) =>
	(isClosed ? 4 : 0) + (factor !== null ? 2 : 0) + (source === 'own' ? 1 : 0);

/**
 * What holds on each day: one entry a day and queue. An entry of a queue takes the place of those of all queues, and
 * one that is ignored excepts its queue from them.
 */
export function resolveSpecialDays(entries: readonly Entry[], queueIds: readonly string[]): ResolvedDay[] {
	const resolved: ResolvedDay[] = [];
	for (const [date, ofDate] of Map.groupBy(entries, (entry) => entry.date)) {
		const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
		const strongest = (queueId: string | null): Entry | undefined =>
			ofDate
				.filter((entry) => entry.queueId === queueId && !entry.isIgnored)
				.sort((a, b) => weight(b) - weight(a))[0];
		const forAll = strongest(null);
		const apart = queueIds.filter((id) => ofDate.some(({ queueId }) => queueId === id));
		const take = (entry: Entry | undefined, queueId: string | null) => {
			if (!entry) return;
			const { name, factor, isClosed } = entry;
			resolved.push({ day, name, factor, isClosed, queueId });
		};
		if (apart.length === 0) take(forAll, null);
		else for (const id of queueIds) take(apart.includes(id) ? strongest(id) : forAll, id);
	}
	return resolved.sort((a, b) => a.day - b.day);
}
