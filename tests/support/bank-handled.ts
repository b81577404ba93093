import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FactBuilder, type PerformanceFacts } from '#solver/coaching/index.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/reference/anonymous-bank');
const FILES = ['1999-01.tsv', '1999-02.tsv'];
export const hasBankCalls = FILES.every((file) => existsSync(resolve(FOLDER, file)));

const FEWEST_CALLS = 20;
const DAY_MS = 86_400_000;
const HOURS = 4;

/** The calls of the two months that somebody took: who, when, which service, how long. */
function handledCalls() {
	const firstDay = Date.UTC(1999, 0, 1);
	return FILES.flatMap((file) =>
		readFileSync(resolve(FOLDER, file), 'utf8')
			.split(/\r?\n/)
			.slice(1)
			.flatMap((text) => {
				const row = text.split('\t');
				const [customer, type, date, outcome, start, seconds, server] = [2, 4, 5, 12, 13, 15, 16].map(
					(i) => row[i]
				);
				if (outcome !== 'AGENT' || !server || server === 'NO_SERVER' || Number(seconds) <= 0) return [];
				const at = Date.UTC(
					1900 + Number(date!.slice(0, 2)),
					Number(date!.slice(2, 4)) - 1,
					Number(date!.slice(4))
				);
				return {
					customer: customer!,
					type: type!,
					day: Math.round((at - firstDay) / DAY_MS),
					hour: Number(start!.split(':')[0]),
					seconds: Number(seconds),
					server
				};
			})
	);
}

/** Facts of those agents who took at least twenty calls: handle time, and whether a known customer called again within 7 days. */
export function bankFacts(): PerformanceFacts {
	const calls = handledCalls();
	const counts = new Map<string, number>();
	for (const { server } of calls) counts.set(server, (counts.get(server) ?? 0) + 1);
	const agents = [...counts].filter(([, n]) => n >= FEWEST_CALLS).map(([id]) => ({ id, tenureDays: null }));
	const days = Math.max(...calls.map(({ day }) => day)) + 1;
	const builder = new FactBuilder(agents, days);
	const callsOf = Map.groupBy(calls, ({ customer }) => customer);
	for (const call of calls) {
		if (counts.get(call.server)! < FEWEST_CALLS) continue;
		const logHandle = Math.log(call.seconds);
		// Nobody is known by number 0, and the last week's returns lie beyond the file.
		const isClosed = call.customer !== '0' && call.day + 7 < days;
		const returned =
			isClosed &&
			callsOf
				.get(call.customer)!
				.some(
					({ day, hour }) => (day > call.day && day <= call.day + 7) || (day === call.day && hour > call.hour)
				);
		builder.add({
			agent: call.server,
			day: call.day,
			queue: call.type,
			channel: 'voice',
			intent: null,
			band: String(Math.floor(call.hour / HOURS)),
			handled: 1,
			talkSeconds: call.seconds,
			logHandle,
			logHandleSquares: logHandle ** 2,
			recontactable: isClosed ? 1 : 0,
			recontacts: returned ? 1 : 0
		});
	}
	return builder.build();
}
