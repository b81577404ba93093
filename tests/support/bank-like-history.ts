import { lcg } from './lcg.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = [1.12, 1, 0.95, 0.94, 0.99];

/** Counts of 5 minutes from 07:00 to 21:05 on weekdays, in two columns and local time, busy in the morning. */
export function bankLikeHistory({ seed, weeks }: { seed: number; weeks: number }): {
	text: string;
	rows: number;
} {
	const random = lcg(seed);
	const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const monday = Date.UTC(2026, 0, 5);
	const lines: string[] = [];
	for (let day = 0; day < weeks * 7; day++) {
		const level = WEEKDAYS[day % 7];
		if (level === undefined) continue;
		const ofDay = level * (1 + 0.04 * normal());
		for (let minute = 7 * 60; minute < 21 * 60 + 5; minute += 5) {
			const hours = minute / 60;
			const mean =
				ofDay *
				(25 + 190 * Math.exp(-(((hours - 10.5) / 2.4) ** 2)) + 110 * Math.exp(-(((hours - 15.5) / 3) ** 2)));
			const count = Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
			lines.push(
				`"${new Date(monday + day * DAY_MS + minute * 60_000).toISOString().slice(0, 19)}",${count}`
			);
		}
	}
	return { text: `"DateTime","Calls"\n${lines.join('\n')}\n`, rows: lines.length };
}
