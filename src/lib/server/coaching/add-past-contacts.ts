import { setImmediate } from 'node:timers/promises';
import type { PastContact } from '#solver/simulation/index.ts';
import { COUNT_COLUMNS, SUM_COLUMNS, type CountColumn, type SumColumn } from '#solver/coaching/index.ts';
import type { Context } from '../context.ts';
import { dayBands } from './day-bands.ts';
import { columnInSql } from './column-in-sql.ts';

const COLUMNS = [...COUNT_COLUMNS, ...SUM_COLUMNS];
type Sums = Partial<Record<CountColumn | SumColumn, number>>;

export async function hasPastContacts({ db }: Context): Promise<boolean> {
	const { rows } = await db.client.execute("SELECT 1 FROM performance_facts WHERE origin = 'demo' LIMIT 1");
	return rows.length > 0;
}

/** Facts of the demo's past, of which there are no contacts in the log: a statement a day. */
export async function addPastContacts(
	{ db }: Context,
	contacts: readonly PastContact[],
	timeZone: string,
	signal: AbortSignal
): Promise<void> {
	if (contacts.length === 0) return;
	let [first, last] = [Infinity, -Infinity];
	for (const { answeredMs } of contacts) {
		first = Math.min(first, answeredMs);
		last = Math.max(last, answeredMs);
	}
	for (const day of dayBands(first, last + 1, timeZone)) {
		if (signal.aborted) return;
		const rows = new Map<string, { key: string[]; sums: Sums }>();
		for (const contact of contacts) {
			const { answeredMs: at, agent, queue, channel, intent } = contact;
			if (at < day.fromMs || at >= day.toMs) continue;
			const band = day.bands.findLast(({ fromMs }) => fromMs <= at)!.name;
			const key = [day.date, agent, queue, channel, intent, band, 'demo'];
			const row = rows.get(key.join('\n')) ?? { key, sums: {} };
			rows.set(key.join('\n'), row);
			addUp(row.sums, contact);
		}
		const values = [...rows.values()].map(({ key, sums }) => [
			...key,
			...COLUMNS.map((name) => sums[name] ?? 0)
		]);
		await db.client.execute({
			sql: `INSERT INTO performance_facts (date, agent_id, queue_id, channel, intent, band, origin, ${COLUMNS.map(columnInSql).join(', ')})
				SELECT ${Array.from({ length: 7 + COLUMNS.length }, (_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)
				WHERE true ON CONFLICT DO NOTHING`,
			args: [JSON.stringify(values)]
		});
		await setImmediate();
	}
}

function addUp(sums: Sums, contact: PastContact): void {
	const add = (name: CountColumn | SumColumn, value: number): void => {
		sums[name] = (sums[name] ?? 0) + value;
	};
	const { talkSeconds, holdSeconds, acwSeconds } = contact;
	const logHandle = Math.log(talkSeconds + holdSeconds + acwSeconds);
	add('handled', 1);
	add('talkSeconds', talkSeconds);
	add('holdSeconds', holdSeconds);
	add('acwSeconds', acwSeconds);
	add('logHandle', logHandle);
	add('logHandleSquares', logHandle ** 2);
	if (acwSeconds > 0) {
		add('wrapped', 1);
		add('logAcw', Math.log(acwSeconds));
		add('logAcwSquares', Math.log(acwSeconds) ** 2);
	}
	if (contact.channel === 'voice') {
		add('holdable', 1);
		add('holds', holdSeconds > 0 ? 1 : 0);
	}
	add('transferable', 1);
	add('transfers', contact.transferred ? 1 : 0);
	if (!contact.transferred) {
		add('fcrClosed', 1);
		add('fcrResolved', contact.returned ? 0 : 1);
		add('recontactable', 1);
		add('recontacts', contact.returned ? 1 : 0);
	}
	if (contact.csat !== null) {
		add('surveys', 1);
		add('satisfied', contact.csat >= 4 ? 1 : 0);
	}
	const shift = contact.moodAtEnd - contact.moodAtStart;
	add('moods', 1);
	add('moodAtStart', contact.moodAtStart);
	add('shifts', 1);
	add('moodShift', shift);
	add('moodShiftSquares', shift ** 2);
}
