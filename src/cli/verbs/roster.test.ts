import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefusedError, UsageError } from '../verb.ts';
import verb from './roster.ts';

const golden = join(import.meta.dirname, '../../../tests/golden/rostering');
const instance = join(golden, 'tiny-instance.txt');
const centre = join(golden, 'small-centre.json');
let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'marea-roster-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const out: string[] = [];
	const err: string[] = [];
	const io = {
		out: (t: string) => void out.push(t),
		err: (t: string) => void err.push(t),
		stdin: async () => ''
	};
	const code = await verb.run(args, io);
	return { code, out: out.join('\n'), err: err.join('\n') };
}
const file = (name: string, content: unknown): string => {
	const path = join(folder, name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
};
const centreWith = (change: Record<string, unknown>) => ({
	...JSON.parse(readFileSync(centre, 'utf8')),
	...change
});

describe('marea roster', () => {
	it('solves a benchmark instance; its roster passes the check and a changed one does not', async () => {
		const roster = join(folder, 'tiny.json');
		const solved = await run(instance, '--seconds', '5', '--out', roster, '--json');
		expect(solved.code).toBe(0);
		expect(JSON.parse(solved.out)).toMatchObject({
			status: 'optimal',
			objective: 4,
			lowerBound: 4,
			gap: 0,
			violations: []
		});
		const { assignments } = JSON.parse(readFileSync(roster, 'utf8'));
		expect(assignments.A).toHaveLength(7);

		const checked = await run('validate', instance, roster, '--json');
		expect(checked.code).toBe(0);
		expect(JSON.parse(checked.out)).toEqual({ valid: true, objective: 4, violations: [] });

		assignments.A[2] = 'E';
		const broken = await run('validate', instance, file('broken.json', { assignments }));
		expect(broken.code).toBe(1);
		expect(broken.out).toContain('A has "E" on day 2, a fixed day off');
	});

	it('solves a problem in JSON', async () => {
		const roster = join(folder, 'centre.json');
		const solved = await run(centre, '--seconds', '1', '--out', roster, '--json');
		expect(solved.code).toBe(0);
		expect(JSON.parse(solved.out)).toMatchObject({ status: 'feasible', violations: [] });
		const checked = await run('validate', centre, roster, '--json');
		expect(checked.code).toBe(0);
		expect(JSON.parse(checked.out).objective).toBeCloseTo(JSON.parse(solved.out).objective, 3);
	});

	it('keeps what is fixed and published, finds it broken, and refuses what contradicts itself', async () => {
		const { agents, shifts } = centreWith({});
		const [ana, ben] = agents as { id: string }[];
		const shift = shifts[0].id as string;
		const given = {
			fixed: [{ agent: ana!.id, day: 0, shift: 'off' }],
			published: [{ agent: ben!.id, day: 0, shift }],
			weights: { changedPerson: 1, changedDay: 1 }
		};
		const path = file('given.json', centreWith(given));
		const roster = join(folder, 'given-roster.json');
		expect((await run(path, '--seconds', '1', '--out', roster, '--json')).code).toBe(0);
		const { assignments } = JSON.parse(readFileSync(roster, 'utf8'));
		expect(assignments.some((a: { agent: string; day: number }) => a.agent === ana!.id && a.day === 0)).toBe(
			false
		);
		assignments.push({ agent: ana!.id, day: 0, shift });
		const broken = await run('validate', path, file('given-broken.json', { assignments }));
		expect(broken.out).toContain('fixed-days');
		const twice = { fixed: [given.fixed[0], { ...given.fixed[0], shift }] };
		await expect(run(file('twice.json', centreWith(twice)))).rejects.toThrow(
			'one entry for each agent and day'
		);
	});

	it('ends with 1 and the reason when no roster keeps the rules', async () => {
		const [ana] = centreWith({}).agents;
		const path = file('impossible.json', centreWith({ agents: [{ ...ana, availability: [] }] }));
		const { code, out, err } = await run(path, '--seconds', '1', '--json');
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({ status: 'infeasible', objective: null });
		expect(err).toContain("Ana can't be rostered");
	});

	it.each([
		['no agents', { agents: [] }, /agents is \[\]; wanted at least one agent/],
		['53 weeks', { horizon: { start: '2026-11-23', days: 371 } }, /horizon\.days is 371/],
		[
			'a shift longer than the day',
			{ shifts: [{ id: 'x', start: 540, lengthMinutes: 1500 }] },
			/no longer than the day/
		],
		['an unknown skill', { demand: [{ day: 0, from: '10:00', skill: 'klingon', agents: 1 }] }, /"klingon"/]
	])('refuses %s', async (name, change, message) => {
		const path = file(`${name}.json`, centreWith(change));
		await expect(run(path)).rejects.toThrow(RefusedError);
		await expect(run(path)).rejects.toThrow(message);
	});

	it('refuses a file that is neither JSON nor an instance, one that is not there, and wrong flags', async () => {
		await expect(run(file('words.txt', 'hello'))).rejects.toThrow(/neither JSON nor a benchmark instance/);
		await expect(run(join(folder, 'nowhere.json'))).rejects.toThrow(RefusedError);
		await expect(run(centre, '--seconds', '0')).rejects.toThrow(UsageError);
		await expect(run(centre, '--seed', 'x')).rejects.toThrow(/--seed "x" must be a whole number/);
		await expect(run()).rejects.toThrow(/name one PROBLEM file/);
	});
});
