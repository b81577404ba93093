import { describe, expect, it } from 'vitest';
import { describeHistoryError } from './describe-history-error.ts';
import { describeHistoryNote } from './describe-history-note.ts';
import { describeQueueSummary } from './describe-queue-summary.ts';
import { readFile } from './read-file.ts';

interface Case {
	name: string;
	file: string | Uint8Array;
	timeZone?: string;
	dateOrder?: 'day-first' | 'month-first';
	/** Counts of the rows kept, in order. */
	kept: number[];
	/** What is said of rows or the file refused, in order. */
	refused?: RegExp[];
	/** What is said of what was done. */
	done?: RegExp[];
	/** Instants of the rows kept. */
	at?: string[];
}

const two = (...rows: string[]) => ['time,calls', ...rows].join('\n');
const marea = (...rows: string[]) => ['interval_start,queue,offered,aht_seconds', ...rows].join('\n');
const utf16 = (text: string, mark: boolean, bigEndian = false): Uint8Array => {
	const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
	return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
};
/** Half-hours of a day from nine. */
const halfHours = (day: string, count: number, value: string | number = 5) =>
	Array.from({ length: count }, (_, k) => {
		const minutes = 540 + 30 * k;
		const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
		return `${day} ${time},${value}`;
	});
const plain = two('2025-03-03 09:00,4', '2025-03-03 09:30,5');

const CASES: Case[] = [
	{
		name: 'a gap in a day, and a day that is missing',
		file: two(
			...[3, 4, 5, 6, 7, 10, 11, 13, 14, 17, 18, 19].flatMap((day) =>
				halfHours(`2025-03-${String(day).padStart(2, '0')}`, 8).filter((_, k) => day !== 5 || k !== 3)
			)
		),
		kept: Array(95).fill(5),
		done: [/1 working day without a row/, /1 interval missing inside a day: missing, never counted as zero/]
	},
	{
		name: 'duplicates that agree',
		file: two('2025-03-03 09:00,4', '2025-03-03 09:30,5', '2025-03-03 09:30,5'),
		kept: [4, 5],
		done: [/1 row from line 4 say again what an earlier row of the interval says: counted once/]
	},
	{
		name: 'duplicates that differ',
		file: two('2025-03-03 09:00,4', '2025-03-03 09:30,5', '2025-03-03 09:30,6', '2025-03-03 10:00,7'),
		kept: [4, 7],
		refused: [
			/line 3, time: "2025-03-03 09:30" has two rows that differ \(main, line 3 has 5, line 4 has 6\): neither is kept/,
			/line 4, time/
		]
	},
	{
		name: 'the hour that the clocks skip, with contacts',
		file: two('2025-03-30 01:30,4', '2025-03-30 02:00,5', '2025-03-30 03:00,6'),
		timeZone: 'Europe/Madrid',
		kept: [4, 6],
		refused: [/line 3, time: "2025-03-30 02:00" does not exist in Europe\/Madrid/]
	},
	{
		name: 'the hour that the clocks skip, without contacts',
		file: two('2025-03-30 01:30,4', '2025-03-30 02:00,0', '2025-03-30 02:30,0', '2025-03-30 03:00,6'),
		timeZone: 'Europe/Madrid',
		kept: [4, 6],
		done: [/2 rows from line 3 without contacts lie in an hour that the clocks skip: left out/]
	},
	{
		name: 'the hour that the clocks repeat, twice in the file',
		file: two(
			'2025-10-26 01:30,1',
			'2025-10-26 02:00,2',
			'2025-10-26 02:30,3',
			'2025-10-26 02:00,4',
			'2025-10-26 02:30,5',
			'2025-10-26 03:00,6'
		),
		timeZone: 'Europe/Madrid',
		kept: [1, 2, 3, 4, 5, 6],
		at: ['2025-10-25T23:30', '2025-10-26T00:00', '2025-10-26T00:30', '2025-10-26T01:00', '2025-10-26T01:30'],
		done: [/4 rows from line 3 lie in an hour that the clocks repeat: the first of a time is the earlier/]
	},
	{
		name: 'the hour that the clocks repeat, once in the file',
		file: two('2025-10-26 01:30,1', '2025-10-26 02:00,2', '2025-10-26 02:30,3', '2025-10-26 03:00,6'),
		timeZone: 'Europe/Madrid',
		kept: [1, 2, 3, 6],
		at: ['2025-10-25T23:30', '2025-10-26T00:00', '2025-10-26T00:30', '2025-10-26T02:00'],
		done: [/2 rows from line 3 of an hour that the clocks repeat come only once: taken as the earlier/]
	},
	{
		name: 'a change of the clocks with offsets',
		file: two(
			'2025-10-26T02:00+02:00,1',
			'2025-10-26T02:30+02:00,2',
			'2025-10-26T02:00+01:00,3',
			'2025-10-26T02:30+01:00,4'
		),
		timeZone: 'Europe/Madrid',
		kept: [1, 2, 3, 4],
		at: ['2025-10-26T00:00', '2025-10-26T00:30', '2025-10-26T01:00', '2025-10-26T01:30'],
		done: []
	},
	{
		name: 'times with a zone and times without',
		file: two('2025-03-03T09:00Z,4', '2025-03-03T09:30,5'),
		kept: [],
		refused: [
			/line 3, time: .* another zone than the rest of the file \(no zone; line 2 has Z\): write one zone/
		]
	},
	{
		name: 'two offsets far apart in one queue',
		file: two('2025-03-03T09:00-05:00,4', '2025-03-03T09:30+01:00,5'),
		kept: [],
		refused: [/line 3, time: .* another zone .*\+01:00; line 2 has -05:00/]
	},
	{
		name: 'UTC after another offset, as if the clocks had changed',
		file: two('2025-03-03T09:00+01:00,4', '2025-03-03T09:00Z,5'),
		timeZone: 'Europe/Madrid',
		kept: [4, 5],
		done: [/times carry the offsets \+01:00, Z, other than those of Europe\/Madrid/]
	},
	{
		name: 'two offsets an hour apart that take turns',
		file: two('2025-03-03T09:00-05:00,4', '2025-03-03T09:30-06:00,5', '2025-03-03T11:00-05:00,6'),
		kept: [],
		refused: [/line 4, time: .* another zone/]
	},
	{
		name: 'an offset other than the site’s',
		file: two('2025-03-03T09:00-05:00,4', '2025-03-03T09:30-05:00,5'),
		timeZone: 'Europe/Madrid',
		kept: [4, 5],
		at: ['2025-03-03T14:00'],
		done: [/times carry the offsets -05:00, other than those of Europe\/Madrid: placed by their instant/]
	},
	{
		name: 'text in a number column',
		file: marea('2025-03-03T09:00Z,a,4,180', '2025-03-03T09:30Z,a,five,180', '2025-03-03T10:00Z,a,6,long'),
		kept: [4],
		refused: [
			/^line 3, offered: "five" is not a number: wanted a number of 0 or more$/,
			/^line 4, aht_seconds: "long" is not a number: wanted a number of 0 or more$/
		]
	},
	{
		name: 'a negative number',
		file: two('2025-03-03 09:00,4', '2025-03-03 09:30,-5'),
		kept: [4],
		refused: [/^line 3, calls: "-5" is negative: wanted a number of 0 or more$/]
	},
	{
		name: 'thousands separators that can be nothing else',
		file: two('2025-03-03 09:00,"1,234,567"', '2025-03-03 09:30,"1,234"', '2025-03-03 10:00,900'),
		kept: [1_234_567, 1234, 900],
		done: [/thousands separators were taken out: line 2 has 1,234,567/]
	},
	{
		name: 'thousands set apart by spaces',
		file: two('2025-03-03 09:00,1 234', '2025-03-03 09:30,1\u202F234', "2025-03-03 10:00,12'345"),
		kept: [1234, 1234, 12_345],
		done: [/thousands separators were taken out: line 2 has 1 234/]
	},
	{
		name: 'a comma or a point that may be either',
		file: two('2025-03-03 09:00,"1,234"', '2025-03-03 09:30,1.234', '2025-03-03 10:00,900'),
		kept: [900],
		refused: [
			/line 2, calls: "1,234" may be a decimal or have a thousands separator, and no other number/,
			/line 3, calls: "1.234" may be/
		]
	},
	{
		name: 'a decimal comma, with points for thousands',
		file: 'interval_start;queue;offered;aht_seconds\n2025-03-03T09:00Z;a;1.234;180,5\n2025-03-03T09:30Z;a;12;95\n',
		kept: [1234, 12],
		done: [/the comma was read as the decimal mark: line 2 has 180,5/]
	},
	{
		name: 'a decimal comma that splits the field',
		file: two('2025-03-03 09:00,4', '2025-03-03 09:30,12,5'),
		kept: [4],
		refused: [/line 3: the fields .* are not the 2 \(time, calls\) of the header \(a decimal comma/]
	},
	{
		name: 'decimals of three digits throughout a column',
		file: marea('2025-03-03T09:00Z,a,4,180.125', '2025-03-03T09:30Z,a,5,179.500'),
		kept: [4, 5],
		done: []
	},
	{ name: 'a byte order mark', file: '\uFEFF' + plain, kept: [4, 5], done: [/local to UTC/] },
	{ name: 'UTF-16', file: utf16(plain, true), kept: [4, 5], done: [/not UTF-8: read as UTF-16/] },
	{ name: 'UTF-16, big end first', file: utf16(plain, true, true), kept: [4, 5], done: [/read as UTF-16/] },
	{ name: 'UTF-16 without its mark', file: utf16(plain, false), kept: [4, 5], done: [/read as UTF-16/] },
	{
		name: 'Windows-1252',
		file: Uint8Array.from(
			Buffer.from('interval_start,queue,offered\n2025-03-03T09:00Z,Espa\xF1a,4\n', 'latin1')
		),
		kept: [4],
		done: [/read as Windows-1252/]
	},
	{ name: 'semicolons', file: plain.replaceAll(',', ';'), kept: [4, 5] },
	{ name: 'tabs', file: plain.replaceAll(',', '\t'), kept: [4, 5] },
	{
		name: 'a spreadsheet’s day numbers',
		file: two('45719.375,4', '45719.3958333333,5', '45719.4166666667,6'),
		kept: [4, 5, 6],
		at: ['2025-03-03T09:00', '2025-03-03T09:30', '2025-03-03T10:00'],
		done: [/3 rows from line 2 have a spreadsheet's day number for a time/]
	},
	{
		name: 'seconds since 1970',
		file: two('1740992400,4', '1740994200,5'),
		kept: [4, 5],
		at: ['2025-03-03T09:00', '2025-03-03T09:30']
	},
	{
		name: 'dates that can only be day first',
		file: two('3/3/2025 9:00,4', '3/3/2025 9:30,5', '31/3/2025 9:00,6'),
		kept: [4, 5, 6],
		at: ['2025-03-03T09:00', '2025-03-03T09:30', '2025-03-31T09:00'],
		done: [/were read day-first: line 4 has 31\/3\/2025 9:00/]
	},
	{
		name: 'the same in a file of several queues, with dashes and two-digit years',
		file: 'interval_start,queue,offered\n03-12-25 9:00,a,4\n03-12-25 9:30,a,5\n31-12-25 9:00,a,6\n',
		kept: [4, 5, 6],
		at: ['2025-12-03T09:00', '2025-12-03T09:30', '2025-12-31T09:00'],
		done: [/were read day-first/]
	},
	{
		name: 'dates that may be either',
		file: two('3/4/2025 9:00,4', '3/4/2025 9:30,5', '4/4/2025 9:00,6'),
		kept: [],
		refused: [
			/line 2, time: "3\/4\/2025 9:00" may be day or month first, and no date of the file tells: say which/
		]
	},
	{
		name: 'dates that may be either, and were told',
		file: two('3/4/2025 9:00,4', '3/4/2025 9:30,5', '4/4/2025 9:00,6'),
		dateOrder: 'day-first',
		kept: [4, 5, 6],
		at: ['2025-04-03T09:00', '2025-04-03T09:30', '2025-04-04T09:00'],
		done: [/were read day-first, as asked/]
	},
	{
		name: 'what is no time',
		file: two('2025-03-03 09:00,4', 'yesterday,5', '0025-03-03 09:30,6', '2025-02-30 09:00,7'),
		kept: [4],
		refused: [/line 3, time: "yesterday" is not a time: wanted 2025-03-31T09:30/, /line 4/, /line 5/]
	},
	{
		name: 'a history of three days',
		file: two(...['03', '04', '05'].flatMap((day) => halfHours(`2025-03-${day}`, 8))),
		kept: Array(24).fill(5),
		done: [/only 3 days of history: a forecast from it is the recent days' mean, and no back-test/]
	},
	{
		name: 'all zeros',
		file: two(...['03', '04'].flatMap((day) => halfHours(`2025-03-${day}`, 8, 0))),
		kept: Array(16).fill(0),
		done: [/main: every row is zero: a forecast from it is zero/]
	},
	{
		name: 'two lengths of interval, one after the other',
		file: two(
			...halfHours('2025-03-03', 20),
			...Array.from({ length: 10 }, (_, k) => `2025-03-04 ${String(9 + k).padStart(2, '0')}:00,9`)
		),
		kept: [...Array(20).fill(5), ...Array(10).fill(9)],
		refused: [/line 22, time: intervals of 3600 s and of 1800 s on line 2 in one file: import them apart/]
	},
	{
		name: 'two lengths of interval, a queue each',
		file: [
			'interval_start,queue,offered',
			...Array.from(
				{ length: 16 },
				(_, k) => `${new Date(Date.UTC(2025, 2, 3, 9) + k * 900_000).toISOString()},a,1`
			),
			...Array.from(
				{ length: 8 },
				(_, k) => `${new Date(Date.UTC(2025, 2, 3, 9) + k * 1_800_000).toISOString()},b,2`
			)
		].join('\n'),
		kept: [...Array(16).fill(1), ...Array(8).fill(2)],
		refused: [/intervals of 1800 s and of 900 s on line 2 in one file/]
	},
	{
		name: 'a header alone',
		file: 'interval_start,queue,offered\n',
		kept: [],
		refused: [/no row \(only a header\)/]
	},
	{ name: 'an empty file', file: new Uint8Array(0), kept: [], refused: [/^the file has no row$/] },
	{
		name: 'a spreadsheet as it is',
		file: Uint8Array.from([80, 75, 3, 4, 20, 0, 6, 0, 8, 0]),
		kept: [],
		refused: [/not a text file: save the sheet as CSV/]
	},
	{
		name: 'columns that nobody knows',
		file: 'interval_start,queue,region,offered\n2025-03-03T09:00Z,a,north,4\n',
		kept: [4],
		done: [/columns that were not read: region/]
	},
	{
		name: 'a header that nobody knows',
		file: 'when,who,how_many\n2025-03-03T09:00Z,a,4\n',
		kept: [],
		refused: [/line 1: the header "when, who, how_many" is of no known format/]
	},
	{
		name: 'no column for the queue',
		file: 'interval_start,offered,answered\n2025-03-03T09:00Z,4,3\n',
		kept: [],
		refused: [/there is no column queue; the file has interval_start, offered, answered/]
	},
	{
		name: 'a row without its queue',
		file: 'interval_start,queue,offered\n2025-03-03T09:00Z,,4\n2025-03-03T09:30Z,a,5\n',
		kept: [5],
		refused: [/line 2, queue: is empty: wanted the name of the queue/]
	},
	{
		name: 'a count that is not there',
		file: two('2025-03-03 09:00,4', '2025-03-03 09:30,', '2025-03-03 10:00,n/a'),
		kept: [4],
		done: [/2 rows without a count: taken as not measured, not as zero/]
	}
];

describe('a history file with', () => {
	it.each(CASES)('$name', ({ file, timeZone = 'UTC', dateOrder, kept, refused = [], done, at }) => {
		const read = readFile(file, { timeZone, dateOrder });
		const said = read.errors.map(describeHistoryError);
		expect(said).toHaveLength(refused.length);
		refused.forEach((pattern, k) => expect(said[k]).toMatch(pattern));
		expect([...read.columns.offered]).toEqual(kept);
		const noted = [...read.notes.map(describeHistoryNote), ...read.queues.flatMap(describeQueueSummary)];
		for (const pattern of done ?? []) expect(noted.join('\n')).toMatch(pattern);
		if (done?.length === 0)
			expect(noted.filter((line) => !/days? of history|local to/.test(line))).toEqual([]);
		at?.forEach((instant, k) =>
			expect(new Date(read.columns.startMs[k]!).toISOString().slice(0, 16)).toBe(instant)
		);
	});
});
