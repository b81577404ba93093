import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefusedError, UsageError } from '../verb.ts';
import verb from './forecast.ts';

const BANK = new URL('../../../../shared/reference/bank_calls.csv', import.meta.url).pathname;
const hasBank = existsSync(BANK);
if (!hasBank)
	console.warn('forecast.test: ../shared/reference/bank_calls.csv is absent, its test is skipped');

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'marea-forecast-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
	const lines = { out: '', err: '' };
	const io = {
		out: (text: string) => void (lines.out += text + '\n'),
		err: (text: string) => void (lines.err += text + '\n'),
		stdin: async () => ''
	};
	const code = await verb.run(args, io);
	return { code, ...lines };
}

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

/** Half-hours 08:00–20:00 of five weekdays, a repeating bump around `calls`. */
function weeks(count: number, queues: Record<string, number>, withAht = false): string {
	const lines = [`interval_start,queue,offered${withAht ? ',aht_seconds' : ''}`];
	for (let day = 0; day < count * 7; day++) {
		if (day % 7 > 4) continue;
		const date = new Date(Date.UTC(2025, 0, 6 + day)).toISOString().slice(0, 10);
		for (let slot = 16; slot < 40; slot++) {
			const time = `${String(slot >> 1).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`;
			for (const [queue, calls] of Object.entries(queues)) {
				const offered = Math.round(calls * (1 + Math.sin((slot - 16) / 7)) + ((day * 7 + slot * 3) % 5));
				lines.push(`${date}T${time}:00+01:00,${queue},${offered}${withAht ? ',240' : ''}`);
			}
		}
	}
	return lines.join('\n');
}

describe('marea forecast', () => {
	it.skipIf(!hasBank)(
		'works as is on the bank history, within the 80 % band about four times in five',
		async () => {
			const { code, out } = await run('--history', BANK, '--interval', '30m', '--holdout', '28d', '--json');
			const report = JSON.parse(out);
			expect(code).toBe(0);
			expect(report.wape).toBeLessThan(0.0521);
			expect(report.wape).toBeGreaterThan(report.noiseFloor);
			expect(report.mase).toBeLessThan(1);
			expect(Math.abs(report.bias)).toBeLessThan(0.03);
			expect(report.baseline.seasonalNaive.wape).toBeGreaterThan(0.08);
			expect(report.coverage80).toBeGreaterThan(0.7);
		}
	);

	it('writes the forecast as CSV in the zone asked for', async () => {
		const history = file('two.csv', weeks(8, { sales: 40, '"care, chat"': 20 }));
		const { code, out } = await run('--history', history, '--horizon', '7d', '--time-zone', 'Europe/Madrid');
		const lines = out.trim().split('\n');
		expect(code).toBe(0);
		expect(lines[0]).toBe('interval_start,queue,offered,p10,p90');
		expect(lines).toHaveLength(1 + 2 * 5 * 24);
		expect(lines[1]).toMatch(/^2025-03-03T08:00:00\+01:00,sales,\d/);
		for (const line of lines.slice(1)) {
			const [p90, p10, offered] = line.split(',').map(Number).reverse() as [number, number, number];
			expect(p10 <= offered && offered <= p90).toBe(true);
		}
	});

	it('says so when no queue is open in the horizon', async () => {
		const { out, err } = await run('--history', file('friday.csv', weeks(6, { a: 30 })), '--horizon', '1d');
		expect(out.trim()).toBe('interval_start,queue,offered,p10,p90');
		expect(err).toContain('no queue is open');
	});

	it('writes --out, with handle time where the history has it', async () => {
		const out = join(folder, 'out.csv');
		const run1 = await run(
			'--history',
			file('aht.csv', weeks(6, { a: 30 }, true)),
			'--horizon',
			'3d',
			'--out',
			out
		);
		expect(run1.out).toBe('');
		const [header, first] = readFileSync(out, 'utf8').split('\n');
		expect(header).toBe('interval_start,queue,offered,p10,p90,aht_seconds');
		expect(Number(first!.split(',').at(-1))).toBeCloseTo(240, 6);
	});

	it('several queues: each, and the figures over all', async () => {
		const history = file('three.csv', weeks(9, { a: 40, b: 20, c: 10 }));
		const { out } = await run(
			'--history',
			history,
			'--holdout',
			'7d',
			'--json',
			'--time-zone',
			'Europe/Madrid'
		);
		const report = JSON.parse(out);
		expect(report.queues.map(({ queue }: { queue: string }) => queue)).toEqual(['a', 'b', 'c']);
		const wapes = report.queues.map(({ wape }: { wape: number }) => wape);
		expect(report.wape).toBeGreaterThan(Math.min(...wapes));
		expect(report.wape).toBeLessThan(Math.max(...wapes));
	});

	it('refuses a bad file, naming twenty rows and how many more', async () => {
		const bad = file('bad.csv', 'time,calls\n' + '2025-01-06 09:00,-1\n'.repeat(30));
		const error = await run('--history', bad, '--horizon', '7d').catch((e: unknown) => e as Error);
		expect(error).toBeInstanceOf(RefusedError);
		const { message } = error as Error;
		expect(message.match(/line \d+/g)).toHaveLength(20);
		expect(message).toContain('line 2, calls: "-1" is negative');
		expect(message).toContain('… and 10 more');
	});

	it('says what it did with a history of three days and with all zeros', async () => {
		const three = weeks(1, { a: 20 })
			.split('\n')
			.slice(0, 1 + 3 * 24)
			.join('\n');
		expect(
			(
				await run(
					'--history',
					file('three-days.csv', three),
					'--horizon',
					'7d',
					'--time-zone',
					'Europe/Madrid'
				)
			).err
		).toContain('only 3 days of history');
		const zeros = weeks(5, { a: 0 }).replace(/,\d+$/gm, ',0');
		const { out, err } = await run('--history', file('zeros.csv', zeros), '--horizon', '3d');
		expect(err).toContain('no contact at all');
		expect(out).toMatch(/,a,0,0,0\n/);
	});

	it.each([
		[['--horizon', '7d'], '--history'],
		[['--history', 'x.csv'], '--horizon'],
		[['--history', 'x.csv', '--horizon', '0d'], 'more than nothing'],
		[['--history', 'x.csv', '--horizon', '7d', '--time-zone', 'Mars'], 'Mars']
	])('wrong usage %j', async (args, word) => {
		await expect(run(...args)).rejects.toThrow(UsageError);
		await expect(run(...args)).rejects.toThrow(word);
	});

	it('refuses what cannot be had: no such file, an interval too fine, a holdout of everything', async () => {
		const history = file('fine.csv', weeks(4, { a: 20 }));
		await expect(run('--history', join(folder, 'none.csv'), '--horizon', '7d')).rejects.toThrow(
			'no such file'
		);
		await expect(run('--history', history, '--horizon', '7d', '--interval', '5m')).rejects.toThrow(
			'30 minutes'
		);
		await expect(run('--history', history, '--holdout', '99d')).rejects.toThrow('leaves nothing');
	});

	it('--daily writes totals by day, with the quantiles asked for, to a year ahead', async () => {
		const history = file('daily.csv', weeks(12, { a: 40 }, true));
		const args = ['--history', history, '--daily', '--time-zone', 'Europe/Madrid'];
		const { out } = await run(...args, '--horizon', '365d', '--quantiles', '0.95,0.05');
		const [header, ...lines] = out.trim().split('\n');
		expect(header).toBe('date,queue,offered,p10,p90,q0.05,q0.95,aht_seconds');
		expect(lines).toHaveLength(260);
		expect(lines[0]).toMatch(/^2025-03-31,a,/);
		for (const line of lines) {
			const [offered, p10, p90, low, high] = line.split(',').slice(2).map(Number) as number[];
			expect(low! <= p10! && p10! <= offered! && offered! <= p90! && p90! <= high!).toBe(true);
		}
		const report = JSON.parse((await run(...args, '--holdout', '14d', '--json')).out);
		expect(report.wape).toBeLessThan(0.1);
		expect(report.intervals).toBe(10);
	});

	it('--special-days: set, closed and learned, of every queue or of one; the forecast says which', async () => {
		const history = file('special.csv', weeks(12, { a: 40, b: 20 }));
		const days = file(
			'days.csv',
			'date,name,effect,queue\n2025-04-01,fair,2,a\n2025-04-02,shut,closed\n2025-04-03,sale\n2025-02-20,sale\n'
		);
		const args = ['--history', history, '--horizon', '7d', '--time-zone', 'Europe/Madrid', '--json'];
		const read = async (...more: string[]) => JSON.parse((await run(...args, ...more)).out).queues;
		const [plain, special] = [await read(), await read('--special-days', days)];
		const totalOf = (queue: { intervals: { interval_start: string; offered: number }[] }, date: string) =>
			queue.intervals
				.filter((row) => row.interval_start.startsWith(date))
				.reduce((sum, row) => sum + row.offered, 0);
		expect(totalOf(special[0], '2025-04-01') / totalOf(plain[0], '2025-04-01')).toBeCloseTo(2, 1);
		expect(totalOf(special[1], '2025-04-01') / totalOf(plain[1], '2025-04-01')).toBeCloseTo(1, 1);
		expect(totalOf(special[1], '2025-04-02')).toBe(0);
		expect(special[0].specialDays).toEqual([
			expect.objectContaining({ date: '2025-04-01', name: 'fair', source: 'set', factor: 2 }),
			expect.objectContaining({ date: '2025-04-02', name: 'shut', factor: 0 }),
			expect.objectContaining({ date: '2025-04-03', name: 'sale', source: 'learned', occurrences: 1 })
		]);
	});

	it('--country names public holidays', async () => {
		const history = file('country.csv', weeks(15, { a: 40 }));
		const { out } = await run('--history', history, '--horizon', '14d', '--country', 'ES', '--json');
		expect(JSON.parse(out).specialDays).toContainEqual(expect.objectContaining({ date: '2025-05-01' }));
		await expect(run('--history', history, '--horizon', '7d', '--country', 'XX')).rejects.toThrow('"XX"');
	});

	it('refuses special days that cannot be read, each with its line', async () => {
		const history = file('plain.csv', weeks(4, { a: 40 }));
		const days = file('bad-days.csv', '2025-13-01,x\n2025-04-01,\n2025-04-01,x,-2\n2025-04-01,x,,nobody\n');
		const error = await run('--history', history, '--horizon', '7d', '--special-days', days).catch((e) => e);
		expect(error).toBeInstanceOf(RefusedError);
		expect(error.message).toContain('line 1: "2025-13-01" is not a date');
		expect(error.message).toContain('line 2: the name is missing');
		expect(error.message).toContain('line 3: "-2" is neither a factor');
		expect(error.message).toContain('line 4: there is no queue "nobody"');
		await expect(
			run('--history', history, '--horizon', '7d', '--special-days', join(folder, 'none.csv'))
		).rejects.toThrow('no such file');
	});

	it.each([
		[['--history', 'x.csv', '--horizon', '127d'], 'at most 126 days'],
		[['--history', 'x.csv', '--horizon', '449d', '--daily'], 'at most 448 days'],
		[['--history', 'x.csv', '--horizon', '7d', '--quantiles', '0.5,1'], '"1"'],
		[['--history', 'x.csv', '--horizon', '7d', '--quantiles', '0.1,,0.9'], '""']
	])('wrong usage %j', async (args, word) => {
		await expect(run(...args)).rejects.toThrow(UsageError);
		await expect(run(...args)).rejects.toThrow(word);
	});
});
