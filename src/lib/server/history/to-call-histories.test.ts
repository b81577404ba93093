import { describe, expect, it } from 'vitest';
import { parseHistory } from './parse-history.ts';
import { toCallHistories } from './to-call-histories.ts';

const histories = (text: string, seconds: number, timeZone = 'UTC') =>
	toCallHistories(parseHistory(text, { timeZone }), seconds);

/** Two weeks of 5-minute counts from 09:00, one call each, but where `skip` says so. */
function fiveMinutes(until: string, skip: (day: number, time: string) => boolean = () => false): string {
	const lines = ['time,calls'];
	for (let day = 1; day <= 14; day++)
		for (let minute = 540; ; minute += 5) {
			const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
			if (time > until) break;
			if (!skip(day, time)) lines.push(`2025-09-${String(day).padStart(2, '0')}T${time},1`);
		}
	return lines.join('\n');
}

describe('toCallHistories()', () => {
	it('sums a finer history; a half-hour cut short by closing counts, one with a gap does not', () => {
		const text = fiveMinutes('10:05', (day, time) => day === 3 && time === '09:40');
		const [{ history, incomplete, gaps, offered }] = histories(text, 1800) as [
			ReturnType<typeof histories>[0]
		];
		const day = (d: number) =>
			[18, 19, 20, 21].map((i) =>
				history.known[(d - 1) * 48 + i] ? history.offered[(d - 1) * 48 + i] : null
			);
		expect(day(2)).toEqual([6, 6, 2, null]);
		expect(day(3)).toEqual([6, null, 2, null]);
		expect([incomplete, gaps.intervals, gaps.days, offered]).toEqual([1, 1, 0, 14 * 14 - 1]);
	});

	it('a working day without a row is a missing day', () => {
		const text = fiveMinutes('09:30', (day) => day === 9);
		const { gaps, history } = histories(text, 300)[0]!;
		expect(gaps.days).toBe(1);
		expect(history.known.subarray(8 * 288, 9 * 288).includes(1)).toBe(false);
	});

	it('parts the channels of a queue', () => {
		const text =
			'QueueName,ChannelType,TimeStamp,IncomingContactVolume\nA,VOICE,2025-09-01T09:00Z,1\nA,CHAT,2025-09-01T09:00Z,2\nB,CHAT,2025-09-01T09:00Z,3';
		expect(histories(text, 1800).map(({ queue, offered }) => [queue, offered])).toEqual([
			['A (VOICE)', 1],
			['A (CHAT)', 2],
			['B', 3]
		]);
	});

	it('weighs handle time by calls', () => {
		const text =
			'interval_start,queue,offered,aht_seconds\n2025-09-01T09:00Z,a,1,100\n2025-09-01T09:15Z,a,3,200\n2025-09-01T09:30Z,a,0,\n2025-09-01T09:45Z,a,0,';
		const { history } = histories(text, 1800)[0]!;
		expect([...history.ahtSeconds!.subarray(18, 20)]).toEqual([175, 0]);
	});

	it('keeps the local hour through both changes of the clocks', () => {
		const rows = ['interval_start,queue,offered'];
		for (let ms = Date.parse('2025-10-24T22:00Z'); ms < Date.parse('2025-10-27T23:00Z'); ms += 1_800_000)
			rows.push(`${new Date(ms).toISOString()},a,${new Date(ms).getUTCDate()}`);
		const { history } = histories(rows.join('\n'), 1800, 'Europe/Madrid')[0]!;
		expect(history.dayCount).toBe(3);
		expect(history.known.every((k) => k === 1)).toBe(true);
		expect(history.offered[48 + 4]).toBe(26);
	});

	it('refuses an interval that the file cannot be summed to', () => {
		expect(() => histories(fiveMinutes('10:05'), 420)).toThrow('"420" s is not a multiple');
	});
});
