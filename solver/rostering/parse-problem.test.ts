import { describe, expect, it } from 'vitest';
import { parseProblem } from './parse-problem.ts';

type Json = Record<string, unknown>;

const good = () => ({
	version: 1,
	horizon: { start: '2026-11-23', days: 7 },
	intervalMinutes: 30,
	shifts: [
		{
			id: 'day',
			start: '09:00',
			lengthMinutes: 480,
			breaks: [{ offsetMinute: 240, lengthMinutes: 60, paid: false }]
		}
	],
	agents: [
		{
			id: 'ana',
			skills: ['voice'],
			contract: { minHoursPerWeek: 20, maxHoursPerWeek: 40, minRestHours: 11, maxConsecutiveDays: 5 }
		}
	],
	demand: [{ day: '2026-11-24', from: '10:00', skill: 'voice', agents: 2 }]
});
/** The good problem with one field, given by its path, replaced. */
const withField = (path: (string | number)[], value: unknown): Json => {
	const problem = good() as Json;
	let at = problem;
	for (const key of path.slice(0, -1)) at = at[key] as Json;
	at[path.at(-1)!] = value;
	return problem;
};

describe('parseProblem()', () => {
	it('fills in defaults, dates and clock times', () => {
		const problem = parseProblem(good());
		expect(problem.demand).toEqual([{ day: 1, fromMinute: 600, skill: 'voice', agents: 2 }]);
		expect(problem.shifts[0]).toMatchObject({ startMinute: 540, days: null });
		expect(problem.agents[0]).toMatchObject({
			name: 'ana',
			availability: null,
			daysOff: [],
			preferences: []
		});
		expect(problem.weights).toEqual({
			under: 10,
			over: 1,
			deepUnder: 10,
			deepShare: 0.2,
			preference: 1,
			paidHour: 0
		});
	});

	it.each<[string, (string | number)[], unknown, RegExp]>([
		['no agents', ['agents'], [], /agents is \[\]; wanted at least one agent/],
		['53 weeks', ['horizon', 'days'], 371, /horizon\.days is 371; wanted a whole number from 1 to 42/],
		[
			'a date that is none',
			['horizon', 'start'],
			'2026-02-30',
			/horizon\.start is "2026-02-30"; wanted a real date/
		],
		['an odd grain', ['intervalMinutes'], 7, /intervalMinutes is 7; wanted 5, 10, 15 or 30/],
		[
			'a shift longer than the day',
			['shifts', 0, 'lengthMinutes'],
			1500,
			/lengthMinutes is 1500; wanted a shift no longer than the day/
		],
		[
			'a shift off the grid',
			['shifts', 0, 'start'],
			'09:10',
			/wanted times that are multiples of intervalMinutes \(30\)/
		],
		[
			'an unknown skill',
			['demand', 0, 'skill'],
			'klingon',
			/demand\[0\]\.skill is "klingon"; wanted a skill that at least one agent has/
		],
		[
			'demand outside the horizon',
			['demand', 0, 'day'],
			7,
			/demand\[0\]\.day is 7; wanted a day of the horizon: 0 to 6/
		],
		['negative demand', ['demand', 0, 'agents'], -1, /demand\[0\]\.agents is -1; wanted a number from 0/],
		[
			'contradictory hours',
			['agents', 0, 'contract', 'minHoursPerWeek'],
			50,
			/minHoursPerWeek is 50; wanted no more than maxHoursPerWeek \(40\)/
		],
		[
			'a misspelt field',
			['agents', 0, 'contract', 'maxHours'],
			50,
			/contract\.maxHours is 50; wanted no such field/
		],
		['no demand', ['demand'], [], /demand is \[\]; wanted demand for at least one interval/],
		['a problem that is a list', [0], [], /problem\.0|wanted/]
	])('refuses %s in clear words', (_name, path, value, message) => {
		expect(() => parseProblem(withField(path, value))).toThrow(message);
	});

	it('refuses demand outside opening hours', () => {
		const problem = { ...good(), openingHours: [{ weekday: 'mon', from: '08:00', to: '20:00' }] };
		expect(() => parseProblem(problem)).toThrow(/demand\[0\] is .*; wanted demand within opening hours/);
	});

	it('refuses the same interval twice', () => {
		const problem = good();
		problem.demand.push(problem.demand[0]!);
		expect(() => parseProblem(problem)).toThrow(
			/demand\[1\] is .*; wanted one entry for each day, interval and skill/
		);
	});
});
