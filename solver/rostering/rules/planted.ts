import { createCalendar } from '../calendar.ts';
import { parseProblem } from '../parse-problem.ts';
import { allShifts, paidMinutes } from '../problem.ts';
import type { Rule, Violation } from './rule.ts';

/**
 * Support for the rules' tests: what a rule says of one agent who works the given shifts ('' is off), a shift a
 * day from Monday 2026-11-23; `fields` are more of the problem. Shifts: D 08–16 with an unpaid hour, L 14–22, N 22–06, X 06–18.
 */
export function planted(
	rule: Rule,
	plan: string[],
	agent: { contract?: Record<string, unknown>; [field: string]: unknown } = {},
	extra: { day: number; shift: string }[] = [],
	fields: Record<string, unknown> = {}
): Violation[] {
	const problem = parseProblem({
		version: 1,
		horizon: { start: '2026-11-23', days: plan.length },
		intervalMinutes: 30,
		shifts: [
			{
				id: 'D',
				start: '08:00',
				lengthMinutes: 480,
				breaks: [{ offsetMinute: 240, lengthMinutes: 60, paid: false }]
			},
			{ id: 'L', start: '14:00', lengthMinutes: 480 },
			{ id: 'N', start: '22:00', lengthMinutes: 480, weekdays: ['mon', 'tue'] },
			{ id: 'X', start: '06:00', lengthMinutes: 720 }
		],
		agents: [
			{
				id: 'ana',
				name: 'Ana',
				...agent,
				contract: {
					...{ minHoursPerWeek: 0, maxHoursPerWeek: 168, minRestHours: 11, maxConsecutiveDays: 42 },
					...agent.contract
				}
			}
		],
		demand: [{ day: 0, from: '10:00', agents: 1 }],
		...fields
	});
	const calendar = createCalendar(problem.horizon.start, problem.horizon.days);
	const given = [...plan.flatMap((shift, day) => (shift === '' ? [] : [{ day, shift }])), ...extra];
	const worked = given
		.map(({ day, shift: id }) => {
			const shift = allShifts(problem).find((s) => s.id === id)!;
			const startsAt = day * 1440 + shift.startMinute;
			return {
				day,
				shift,
				startsAt,
				endsAt: startsAt + shift.lengthMinutes,
				paidMinutes: paidMinutes(shift)
			};
		})
		.sort((a, b) => a.startsAt - b.startsAt);
	return rule.check({ problem, calendar, agent: problem.agents[0]!, worked });
}
