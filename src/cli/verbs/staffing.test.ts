import { describe, expect, it } from 'vitest';
import { RefusedError, UsageError } from '../verb.ts';
import staffing from './staffing.ts';

const run = async (line: string) => {
	let text = '';
	const io = { out: (t: string) => void (text += t), err: () => {}, stdin: async () => '' };
	expect(await staffing.run(line.split(' ').filter(Boolean), io)).toBe(0);
	return text;
};
const HUNDRED = '--volume 100 --interval 30m --aht 240s --service-level 80/20s';
const json = async (line: string) => JSON.parse(await run(`${line} --json`)) as Record<string, unknown>;

describe('marea staffing', () => {
	it('gives exactly the fields of its contract', async () => {
		const result = await json(`${HUNDRED} --patience 120s --shrinkage 0.3`);
		expect(Object.keys(result)).toEqual([
			'model',
			'agents',
			'agentsWithShrinkage',
			'serviceLevel',
			'asaSeconds',
			'probabilityOfWait',
			'abandonment',
			'occupancy'
		]);
		expect(result).toMatchObject({ model: 'erlang-a', agents: 16, agentsWithShrinkage: 23 });
		expect(await json(HUNDRED)).toMatchObject({ model: 'erlang-c', agents: 17, agentsWithShrinkage: 17 });
	});

	it('evaluates a number of agents with --agents', async () => {
		const result = await json(`${HUNDRED} --patience 2m --agents 12 --shrinkage 25%`);
		expect(result).toMatchObject({ agents: 12, agentsWithShrinkage: 16 });
		expect(Object.keys(result)).toHaveLength(8);
		expect(result.serviceLevel).toBeLessThan(0.8);
	});

	it('reads a fraction, a percent sign and an occupancy cap', async () => {
		const same = await json(HUNDRED);
		expect(await json(HUNDRED.replace('80/20s', '0.8/20'))).toEqual(same);
		expect(await json(HUNDRED.replace('80/20s', '80%/20s'))).toEqual(same);
		expect(await json(`${HUNDRED} --max-occupancy 0.6`)).toMatchObject({ agents: 23 });
	});

	it('has no service level for no contacts', async () => {
		expect(await json(HUNDRED.replace('100', '0'))).toMatchObject({
			agents: 0,
			serviceLevel: null,
			occupancy: null
		});
		expect(await run(HUNDRED.replace('100', '0'))).toMatch(/Service level +–/);
	});

	it('prints a table for people', async () => {
		const table = await run(`${HUNDRED} --patience 120s`);
		expect(table).toMatch(/Agents +16\n/);
		expect(table).toMatch(/Service level +85\.6 %\n/);
	});

	it('takes any target in place of the service level, and several together', async () => {
		const work = '--volume 100 --interval 30m --aht 240s --patience 120s';
		expect(await json(`${work} --max-asa 5s`)).toMatchObject({ agents: 17, serviceLevel: null });
		expect((await json(`${work} --max-abandonment 2%`)).abandonment).toBeLessThanOrEqual(0.02);
		expect((await json(`${work} --max-occupancy 0.6`)).occupancy).toBeLessThanOrEqual(0.6);
		expect(await json(`${work} --service-level 80/20s --max-occupancy 0.6`)).toMatchObject({ agents: 23 });
		expect(await json(`${work} --max-asa 5s --minimum 30`)).toMatchObject({ agents: 30 });
		expect(await json(`${work} --max-asa 5s --concurrency 3`)).toMatchObject({ agents: 6 });
		expect(await json(`${work} --service-level 80/20s --bot-share 0.5 --bot-containment 0.4`)).toEqual(
			await json('--volume 80 --interval 30m --aht 240s --patience 120s --service-level 80/20s')
		);
	});

	it('evaluates a number of agents without a target', async () => {
		const result = await json('--volume 100 --interval 30m --aht 240s --patience 120s --agents 16');
		expect(result).toMatchObject({ agents: 16, serviceLevel: null });
		expect(result.asaSeconds).toBeGreaterThan(0);
	});

	it.each([
		['', '--volume is missing'],
		[HUNDRED.replace('--service-level 80/20s', ''), 'a target is missing'],
		[HUNDRED.replace('--aht 240s', ''), '--aht is missing'],
		[HUNDRED.replace('240s', '4x'), '--aht "4x" is not a duration'],
		[HUNDRED.replace('100', 'many'), '--volume "many" is not a number'],
		[HUNDRED.replace('80/20s', '80'), '--service-level "80" is not a share and a time'],
		[`${HUNDRED} --agents few`, '--agents "few" is not a number']
	])('calls wrong usage: %s', async (line, message) => {
		await expect(run(line)).rejects.toThrow(UsageError);
		await expect(run(line)).rejects.toThrow(message);
	});

	it('leaves unknown flags to parseArgs, whose errors main.ts answers with the usage', async () => {
		await expect(run(`${HUNDRED} --color`)).rejects.toMatchObject({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' });
	});

	it.each([
		[`${HUNDRED} --agents 13`, '13.3333 Erlangs is more than 13 agents can carry'],
		[`${HUNDRED} --agents 2.5`, 'agents "2.5" must be a whole number'],
		[HUNDRED.replace('80/20s', '100/20s'), 'no number of agents makes it certain'],
		[HUNDRED.replace('80/20s', '1/20s'), 'must be a percentage above 1'],
		[HUNDRED.replace('80/20s', '0/20s'), 'serviceLevel.share "0"'],
		[HUNDRED.replace('--volume 100', '--volume=-3'), 'volume "-3"'],
		[`${HUNDRED} --shrinkage 30`, 'Maybe 0.3 was meant'],
		[`${HUNDRED} --max-occupancy 85`, 'Maybe 0.85 was meant'],
		[`${HUNDRED} --patience 0`, 'patienceSeconds "0"']
	])('refuses, with the reason: %s', async (line, message) => {
		await expect(run(line)).rejects.toThrow(RefusedError);
		await expect(run(line)).rejects.toThrow(message);
	});
});
