import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { staffingRequirement } from '#solver/staffing/index.ts';
import { RefusedError, UsageError } from '../verb.ts';
import staffing from './staffing.ts';

const folder = mkdtempSync(join(tmpdir(), 'marea-staffing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
};

const run = async (line: string) => {
	let [out, err] = ['', ''];
	const io = {
		out: (text: string) => void (out += text),
		err: (text: string) => void (err += `${text}\n`),
		stdin: async () => ''
	};
	expect(await staffing.run(line.split(' ').filter(Boolean), io)).toBe(0);
	return { out, err };
};

interface Plan {
	targetScope: string;
	intervalSeconds: number;
	queues: {
		queue: string;
		agentHours: number;
		paidHours: number;
		days: {
			date: string;
			status: string;
			serviceLevel: number;
			paidHours: number;
			lowerBoundPaidHours: number;
		}[];
		intervals: { intervalStart: string; offered: number; agents: number; agentsWithShrinkage: number }[];
	}[];
}
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).out) as Plan;

const VOLUMES = [40, 75, 100, 60];
/** Two queues, two days, a closed night between them; local times with their offset. */
const forecast = file(
	'forecast.csv',
	[
		'interval_start,queue,offered,p10,p90,aht_seconds',
		...['sales', 'support'].flatMap((queue) =>
			['02', '03'].flatMap((day) =>
				VOLUMES.map(
					(volume, i) =>
						`2026-03-${day}T${i < 2 ? '09' : '10'}:${i % 2 ? '30' : '00'}:00+01:00,${queue},${volume},1,200,240`
				)
			)
		),
		''
	].join('\n')
);
const TERMS = `--plan ${forecast} --service-level 80/20s --patience 120s`;

describe('marea staffing --plan', () => {
	it('gives every interval of every queue what it needs alone, and finds out how long intervals are', async () => {
		const plan = await json(`${TERMS} --shrinkage 0.3`);
		expect(plan).toMatchObject({ targetScope: 'interval', intervalSeconds: 1800 });
		expect(plan.queues.map(({ queue }) => queue)).toEqual(['sales', 'support']);
		const wanted = VOLUMES.map((volume) =>
			staffingRequirement({
				volume,
				ahtSeconds: 240,
				intervalSeconds: 1800,
				patienceSeconds: 120,
				serviceLevel: { share: 0.8, thresholdSeconds: 20 },
				shrinkage: 0.3
			})
		);
		const { intervals, days } = plan.queues[0]!;
		expect(intervals).toHaveLength(8);
		expect(intervals.slice(0, 4)).toMatchObject(wanted);
		expect(days.map(({ date, status }) => [date, status])).toEqual([
			['2026-03-02', 'by-interval'],
			['2026-03-03', 'by-interval']
		]);
	});

	it('by day needs no more hours, says whether they are proven the fewest, and keeps a floor', async () => {
		const apart = await json(TERMS);
		const day = await json(`${TERMS} --target-scope day`);
		const kept = await json(`${TERMS} --target-scope day --floor-service-level 75/20s`);
		const hours = (plan: Plan) => plan.queues[0]!.agentHours;
		expect(hours(day)).toBeLessThan(hours(apart));
		expect(hours(day)).toBeLessThanOrEqual(hours(kept));
		for (const one of day.queues[0]!.days) {
			expect(one.status).toBe('optimal');
			expect(one.serviceLevel).toBeGreaterThanOrEqual(0.8);
			expect(one.lowerBoundPaidHours).toBe(one.paidHours);
		}
	});

	it('writes a CSV, to a file where one is named, and says the hours beside it', async () => {
		const { out, err } = await run(TERMS);
		const lines = out.trim().split('\n');
		expect(lines[0]).toBe(
			'interval_start,queue,offered,agents,agents_with_shrinkage,service_level,asa_seconds,abandonment,occupancy'
		);
		expect(lines).toHaveLength(17);
		expect(lines[3]).toMatch(/^2026-03-02T10:00:00\+01:00,sales,100,16,16,0\.8/);
		expect(err).toMatch(/^sales: \d+\.\d\d agent-hours, \d+\.\d\d paid\n/);
		const target = join(folder, 'plan.csv');
		expect((await run(`${TERMS} --out ${target}`)).out).toBe('');
		expect(readFileSync(target, 'utf8')).toBe(out);
	});

	it('takes shrinkage by kind and local time of day, bots, minimum staff and concurrency', async () => {
		const items = [
			{ kind: 'leave', share: 0.1 },
			{ kind: 'break', share: 0.2, weekdays: [1], fromMinute: 600, toMinute: 630 }
		];
		const shrinkage = file('shrinkage.json', JSON.stringify(items));
		const [plain, shrunk] = [await json(TERMS), await json(`${TERMS} --shrinkage-file ${shrinkage}`)];
		shrunk.queues[0]!.intervals.forEach(({ agents, agentsWithShrinkage }, i) => {
			expect(agents).toBe(plain.queues[0]!.intervals[i]!.agents);
			// The break is on Mondays from 10:00: the third interval of the first day.
			expect(agentsWithShrinkage).toBe(Math.ceil(agents / (0.9 * (i === 2 ? 0.8 : 1)) - 1e-9));
		});
		const agents = async (flags: string) =>
			(await json(`${TERMS} ${flags}`)).queues[0]!.intervals.map((one) => one.agents);
		expect(Math.min(...(await agents('--minimum 12')))).toBe(12);
		expect((await agents('--concurrency 3'))[2]).toBe(6);
		expect((await agents('--concurrency 3 --concurrency-slowdown 0.5'))[2]).toBeGreaterThan(6);
		const half = (await agents('--bot-share 0.5 --bot-containment 1'))[2]!;
		expect(half).toBeLessThan(16);
	});

	it('says when the day holds although nobody is there in some intervals', async () => {
		const uneven = file(
			'uneven.csv',
			'interval_start,offered\n2026-03-02T09:00Z,200\n2026-03-02T09:30Z,1\n2026-03-02T10:00Z,210\n'
		);
		const { err } = await run(
			`--plan ${uneven} --aht 240s --patience 60s --service-level 80/20s --target-scope day`
		);
		expect(err).toContain('all: 1 intervals with contacts have nobody');
	});

	it.each([
		[`--plan ${forecast}`, 'a target is missing'],
		[`${TERMS} --volume 3`, '--volume does not go with --plan'],
		[`${TERMS} --target-scope week`, '--target-scope "week" must be interval or day'],
		[`${TERMS} --floor-service-level 50/60s`, 'goes with --target-scope day'],
		[`${TERMS} --bot-share 0.3`, 'are given together'],
		[`${TERMS} --shrinkage 0.3 --shrinkage-file x`, 'exclude each other'],
		['--volume 1 --interval 30m --aht 1m --max-asa 9s --out x', '--out goes with --plan']
	])('calls wrong usage: %s', async (line, message) => {
		await expect(run(line)).rejects.toThrow(UsageError);
		await expect(run(line)).rejects.toThrow(message);
	});

	const HEAD = 'interval_start,queue,offered,aht_seconds';
	const ROW = '2026-03-02T09:00:00Z,a,10,240';
	it.each([
		['gone.csv', null, 'cannot be read'],
		['empty.csv', `${HEAD}\n`, 'has no rows'],
		['columns.csv', 'time,calls\n1,2\n', 'has no column interval_start and offered'],
		[
			'text.csv',
			`${HEAD}\n${ROW}\n2026-03-02T09:30:00Z,a,many,240\n`,
			'line 3: offered "many" must be a number, 0 or more'
		],
		['minus.csv', `${HEAD}\n2026-03-02T09:00:00Z,a,-4,240\n`, 'line 2: offered "-4"'],
		['aht.csv', `${HEAD}\n2026-03-02T09:00:00Z,a,4,0\n`, 'line 2: aht_seconds "0" must be a number, above 0'],
		['time.csv', `${HEAD}\n02/03/2026 9h,a,4,240\n`, 'line 2: interval_start "02/03/2026 9h" must be a time'],
		['twice.csv', `${HEAD}\n${ROW}\n${ROW}\n`, 'line 3: "2026-03-02T09:00:00Z" of queue "a" is there twice'],
		[
			'odd.csv',
			`${HEAD}\n${ROW}\n2026-03-02T09:30:00Z,a,1,240\n2026-03-02T10:10:00Z,a,1,240\n`,
			'comes 40 minutes after'
		],
		[
			'noaht.csv',
			`${HEAD}\n${ROW}\n2026-03-02T09:30:00Z,a,10,\n`,
			'has no aht_seconds at 2026-03-02T09:30:00Z: give --aht'
		]
	])('refuses %s', async (name, text, message) => {
		const path = text === null ? join(folder, name) : file(name, text);
		const line = `--plan ${path} --service-level 80/20s`;
		await expect(run(line)).rejects.toThrow(RefusedError);
		await expect(run(line)).rejects.toThrow(message);
	});

	it('passes on what the solver refuses', async () => {
		await expect(run(`${TERMS} --shrinkage 30`)).rejects.toThrow('Maybe 0.3 was meant');
		await expect(run(`--plan ${forecast} --max-abandonment 0.03`)).rejects.toThrow(
			'given with patienceSeconds'
		);
		await expect(run(`--plan ${forecast} --max-abandonment 0.03`)).rejects.toThrow(RefusedError);
	});
});
