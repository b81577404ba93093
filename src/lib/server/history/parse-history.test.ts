import { describe, expect, it } from 'vitest';
import { describeHistoryError } from './describe-history-error.ts';
import { parseHistory } from './parse-history.ts';

const read = (text: string, timeZone = 'UTC') => parseHistory(text, { timeZone });
const only = (text: string, timeZone = 'UTC') => {
	const { errors, errorCount } = read(text, timeZone);
	expect(errorCount).toBe(1);
	return errors[0]!;
};
const MAREA = 'interval_start,queue,offered,answered,abandoned,aht_seconds';
const at = (iso: string) => Date.parse(iso);

describe('parseHistory() recognises', () => {
	it("Marea's format, in any column order and case", () => {
		const file = read(`${MAREA}\n2025-03-03T09:00:00Z,sales,12,11,1,240.5\n2025-03-03T09:30Z,sales,15,,,\n`);
		expect(file).toMatchObject({ format: 'marea', intervalSeconds: 1800, errorCount: 0, notes: [] });
		expect(file.rows[0]).toEqual({
			line: 2,
			startMs: at('2025-03-03T09:00Z'),
			queue: 'sales',
			channel: null,
			offered: 12,
			answered: 11,
			abandoned: 1,
			ahtSeconds: 240.5
		});
		expect(file.rows[1]).toMatchObject({ answered: null, abandoned: null, ahtSeconds: null });
		expect(read('Offered,Queue,Interval_Start\n3,a,2025-03-03T09:00Z').rows[0]).toMatchObject({
			offered: 3,
			queue: 'a'
		});
	});

	it('two columns of any name, or none, in the given zone', () => {
		for (const header of ['"DateTime","Calls"\n', 'Fecha,Llamadas\n', '']) {
			const file = read(`${header}2003-07-01T07:00:00,111\n2003-07-01T07:05:00,113`, 'America/New_York');
			expect(file).toMatchObject({ format: 'two-column', intervalSeconds: 300, errorCount: 0 });
			expect(file.rows.map(({ startMs, offered }) => [startMs, offered])).toEqual([
				[at('2003-07-01T11:00Z'), 111],
				[at('2003-07-01T11:05Z'), 113]
			]);
			expect(file.notes).toEqual([{ kind: 'local-time', timeZone: 'America/New_York' }]);
		}
	});

	it("Amazon Connect's format", () => {
		const file = read(
			'QueueName,QueueId,ChannelType,TimeStamp,IntervalDuration,IncomingContactVolume,AverageHandleTime,ContactsHandled\n' +
				'Basic,q1,VOICE,2025-03-03T09:00:00Z,15mins,8,310,7\nBasic,q1,CHAT,2025-03-03T09:00:00Z,15mins,2,500,2'
		);
		expect(file).toMatchObject({ format: 'amazon-connect', intervalSeconds: 900, errorCount: 0 });
		expect(file.rows[0]).toMatchObject({
			queue: 'Basic',
			channel: 'VOICE',
			offered: 8,
			answered: 7,
			ahtSeconds: 310
		});
		expect(file.rows[1]).toMatchObject({ channel: 'CHAT', offered: 2 });
	});

	it.each([
		['byte order mark', '\uFEFFtime,calls\n2025-03-03 09:00,4\n2025-03-03 09:30,5'],
		['semicolons', 'time;calls\n2025-03-03 09:00;4\n2025-03-03 09:30;5'],
		['tabs and CRLF', 'time\tcalls\r\n2025-03-03 09:00\t4\r\n2025-03-03 09:30\t5\r\n'],
		['quotes', '"time, local","calls"\n"2025-03-03 09:00","4"\n"2025-03-03 09:30","5"'],
		['blank lines', '\ntime,calls\n\n2025-03-03 09:00,4\n\n2025-03-03 09:30,5\n\n'],
		['count first', 'calls,time\n4,2025-03-03 09:00\n5,2025-03-03 09:30'],
		['day first', 'time,calls\n03/03/2025 09:00,4\n03/03/2025 09:30,5\n31/03/2025 09:00,6'],
		['month first, twelve hours', 'time,calls\n3/3/2025 9:00 AM,4\n3/3/2025 9:30 AM,5\n3/31/2025 2:00 PM,6']
	])('%s', (_, text) => {
		const { rows, errors } = read(text);
		expect(errors).toEqual([]);
		expect(rows.slice(0, 2).map(({ startMs, offered }) => [startMs, offered])).toEqual([
			[at('2025-03-03T09:00Z'), 4],
			[at('2025-03-03T09:30Z'), 5]
		]);
	});
});

describe('parseHistory() names what is wrong', () => {
	it('an empty file, a header alone, a binary file, one too large', () => {
		expect(only('').problem).toBe('empty-file');
		expect(only(' \n\n').problem).toBe('empty-file');
		expect(only(MAREA + '\n').problem).toBe('empty-file');
		expect(only('PK\u0003\u0004\u0000\u0000\u0008').problem).toBe('binary-file');
		expect(parseHistory('x'.repeat(50), { timeZone: 'UTC', maxLength: 40 }).errors[0]!.problem).toBe(
			'too-large'
		);
	});

	it('a missing column, an unknown header, an unknown zone', () => {
		const missing = only('interval_start,queue,answered\n2025-03-03T09:00Z,a,1');
		expect(missing).toMatchObject({ line: 1, column: 'offered', problem: 'missing-column' });
		expect(describeHistoryError(missing)).toContain('there is no column offered');
		expect(only('a,b,c\n1,2,3').problem).toBe('unknown-format');
		expect(only('time,calls\n2025-03-03 09:00,4', 'Mars/Olympus').problem).toBe('unknown-time-zone');
	});

	it.each([
		['-3', 'negative'],
		['many', 'not-a-number'],
		['"1,234"', 'ambiguous-number'],
		['1.234', 'ambiguous-number'],
		['1e999', 'not-a-number']
	])('the count %s: %s, by line, column and value', (value, problem) => {
		const error = only(`time,calls\n2025-03-03 09:00,4\n2025-03-03 09:30,${value}\n2025-03-03 10:00,4`);
		expect(error).toMatchObject({ line: 3, column: 'calls', value: value.replaceAll('"', ''), problem });
		expect(describeHistoryError(error)).toContain('line 3, calls');
	});

	it('a decimal comma that splits a field', () => {
		expect(only('time,calls\n2025-03-03 09:00,4\n2025-03-03 09:30,12,5').problem).toBe('field-count');
	});

	it('what is no time, and a date that may be read two ways', () => {
		for (const time of ['yesterday', '2025-02-30 09:00', '2025-03-03 25:00', '2025-13-01'])
			expect(only(`time,calls\n2025-03-03 09:30,1\n${time},4`)).toMatchObject({
				line: 3,
				problem: 'not-a-time',
				value: time
			});
		expect(read('time,calls\n3/4/2025 09:00,4').errors[0]!.problem).toBe('ambiguous-date');
	});

	it('two rows of an interval that differ: neither is kept, both are named', () => {
		const { rows, errors } = read(
			`${MAREA}\n2025-03-03T09:00Z,a,1,,,\n2025-03-03T09:00Z,b,1,,,\n2025-03-03T10:00+01:00,a,2,,,`
		);
		expect(rows.map(({ queue }) => queue)).toEqual(['b']);
		expect(errors).toMatchObject([
			{ line: 2, problem: 'duplicate', detail: 'a, line 2 has 1, line 4 has 2' },
			{ line: 4, problem: 'duplicate' }
		]);
	});

	it('two zones in one file', () => {
		const mixed = (a: string, b: string) => `time,calls\n2025-03-03T09:00${a},1\n2025-03-03T09:30${b},2`;
		expect(only(mixed('Z', '')).problem).toBe('two-zones');
		expect(only(mixed('', '+02:00')).problem).toBe('two-zones');
		expect(only(mixed('-05:00', '+01:00')).detail).toBe('+01:00; line 2 has -05:00');
		expect(read(mixed('+01:00', '+02:00')).errorCount).toBe(0);
	});

	it('times off the grid, two interval lengths', () => {
		expect(
			read('time,calls\n2025-03-03 09:00,4\n2025-03-03 09:30,4\n2025-03-03 10:00,4\n2025-03-03 10:31,5')
				.errors[0]
		).toMatchObject({
			line: 5,
			problem: 'irregular-interval'
		});
		const connect = 'QueueName,TimeStamp,IntervalDuration,IncomingContactVolume\n';
		expect(only(`${connect}a,2025-03-03T09:00Z,15mins,1\na,2025-03-03T09:30Z,30mins,1`).problem).toBe(
			'two-intervals'
		);
	});

	it('every bad row, and keeps the good ones', () => {
		const file = read('time,calls\n2025-03-03 09:00,4\nx,5\n2025-03-03 10:00,-1\n2025-03-03 10:30,7');
		expect(file.errors.map(({ line, problem }) => [line, problem])).toEqual([
			[3, 'not-a-time'],
			[4, 'negative']
		]);
		expect(file.rows.map(({ offered }) => offered)).toEqual([4, 7]);
	});

	it('keeps a thousand and counts them all', () => {
		const file = read('time,calls\n' + '2025-03-03 09:00,x\n'.repeat(1500));
		expect([file.errors.length, file.errorCount]).toEqual([1000, 1500]);
	});
});

describe('parseHistory() says what it did', () => {
	it('a row without a count is not measured, not zero', () => {
		const file = read(
			'time,calls\n2025-03-03 09:00,4\n2025-03-03 09:30,\n2025-03-03 10:00,NA\n2025-03-03 10:30,0'
		);
		expect(file.rows.map(({ offered }) => offered)).toEqual([4, 0]);
		expect(file.notes).toContainEqual({ kind: 'not-measured', rows: 2 });
	});

	it('the hour that clocks repeat: first the earlier, then the later', () => {
		const times = ['00:30', '01:00', '01:30', '01:00', '01:30', '02:00'];
		const file = read(
			'time,calls\n' + times.map((t, k) => `2024-11-03T${t},${k}`).join('\n'),
			'America/New_York'
		);
		expect(file.errors).toEqual([]);
		expect(file.rows.map(({ startMs }) => (startMs - at('2024-11-03T04:30Z')) / 1_800_000)).toEqual([
			0, 1, 2, 3, 4, 5
		]);
		expect(file.notes).toContainEqual({ kind: 'repeated-hour', rows: 4, firstLine: 3 });
	});

	it('the hour that clocks skip: refused with contacts, left out without', () => {
		const error = only(
			'time,calls\n2025-03-30T01:30,4\n2025-03-30T02:30,5\n2025-03-30T03:00,5',
			'Europe/Madrid'
		);
		expect(error).toMatchObject({ line: 3, problem: 'nonexistent-time', value: '2025-03-30T02:30' });
		const file = read(
			'time,calls\n2025-03-30T01:30,4\n2025-03-30T02:30,0\n2025-03-30T03:00,5',
			'Europe/Madrid'
		);
		expect(file.rows.map(({ line }) => line)).toEqual([2, 4]);
		expect(file.notes).toContainEqual({ kind: 'skipped-hour', rows: 1, firstLine: 3 });
	});

	it('a gap leaves the interval what it is', () => {
		expect(
			read('time,calls\n2025-03-03 09:00,4\n2025-03-03 09:30,4\n2025-03-04 11:00,4').intervalSeconds
		).toBe(1800);
	});

	it('days are days when the clocks change', () => {
		const days = Array.from({ length: 10 }, (_, k) => `2025-03-${25 + k > 31 ? '31' : 25 + k}T00:00,9`).slice(
			0,
			7
		);
		expect(read('day,calls\n' + days.join('\n'), 'Europe/Madrid').intervalSeconds).toBe(86_400);
	});
});
