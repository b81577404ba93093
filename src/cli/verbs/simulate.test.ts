import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RefusedError, UsageError } from '../verb.ts';
import simulate from './simulate.ts';

const SCENARIO = fileURLToPath(new URL('../../../tests/golden/simulation/scenario.json', import.meta.url));

async function run(args: string[], stdin = '') {
	const out: string[] = [];
	const code = await simulate.run(args, {
		out: (text) => out.push(text),
		err: () => {},
		stdin: async () => stdin
	});
	return { code, text: out.join('\n') };
}

describe('marea simulate', () => {
	it('gives each queue and the total with an interval', async () => {
		const { code, text } = await run([SCENARIO, '--replications', '4', '--seed', '2', '--json']);
		const { queues, total, replications } = JSON.parse(text);
		expect({ code, replications }).toEqual({ code: 0, replications: 4 });
		expect(queues.map((row: { queue: string }) => row.queue)).toEqual(['orders', 'help']);
		for (const row of [...queues, total])
			for (const name of [
				'offered',
				'answered',
				'abandoned',
				'serviceLevel',
				'asaSeconds',
				'ahtSeconds',
				'occupancy'
			]) {
				expect(row[name].low).toBeLessThanOrEqual(row[name].mean);
				expect(row[name].mean).toBeLessThanOrEqual(row[name].high);
			}
		expect((await run([SCENARIO, '--replications', '4', '--seed', '2', '--json'])).text).toBe(text);
	});

	it('streams the events of one run, a line each, inside the period', async () => {
		const { text } = await run([SCENARIO, '--events', '--start', '2026-03-02T09:00:00Z', '--hours', '2']);
		const events = text.split('\n').map((line) => JSON.parse(line));
		expect(events.length).toBeGreaterThan(200);
		for (const { time, specversion } of events) {
			expect(specversion).toBe('1.0');
			expect(time >= '2026-03-02T09:00:00.000Z' && time < '2026-03-02T11:00:01.000Z').toBe(true);
		}
	});

	it('reads standard input and refuses a bad scenario with the field', async () => {
		const bad = JSON.stringify({
			queues: [{ id: 'q', arrivals: { weeklyVolume: -1 }, ahtSeconds: 9 }],
			agents: []
		});
		await expect(run(['-'], bad)).rejects.toThrow(/queues\[0\]\.arrivals\.weeklyVolume is -1/);
		await expect(run(['-'], '{')).rejects.toThrow(RefusedError);
		await expect(run(['no-such-file.json'])).rejects.toThrow(/Reading "no-such-file.json"/);
	});

	it('names a wrong flag', async () => {
		await expect(run([])).rejects.toThrow(UsageError);
		await expect(run([SCENARIO, '--replications', '2.5'])).rejects.toThrow(/--replications "2.5"/);
		await expect(run([SCENARIO, '--start', 'soon'])).rejects.toThrow(/--start "soon"/);
	});
});
