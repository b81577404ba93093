import type { Calendar } from './calendar.ts';
import { mayWork } from './core/compile-hours.ts';
import {
	allShifts,
	paidMinutes,
	type RosterAgent,
	type RosterProblem,
	type ShiftTemplate
} from './problem.ts';
import { refuse } from './read-json.ts';
import { breaksInShifts } from './rules/breaks-in-shifts.ts';
import type { AgentWeek } from './rules/rule.ts';

const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** Refuses what is given against the rules or against itself, before a search would find that nothing goes. */
export function refuseContradictions(problem: RosterProblem, calendar: Calendar): void {
	const { fixed = [], begun = [], activities = [], published } = problem;
	const byId = new Map(allShifts(problem).map((shift) => [shift.id, shift]));
	const agents = new Map(problem.agents.map((agent) => [agent.id, agent]));
	const fixedOn = (agent: string, day: number) => fixed.find((f) => f.agent === agent && f.day === day);

	problem.shifts.forEach((shift, i) => {
		const faultsOf = (agent: RosterAgent) => breaksInShifts.check(aloneOn(problem, calendar, agent, shift));
		if (problem.agents.some((agent) => faultsOf(agent).length === 0)) return;
		const [fault] = faultsOf(problem.agents[0]!);
		refuse(`shifts[${i}]`, shift.id, `breaks that somebody's contract allows (${fault!.text})`);
	});
	fixed.forEach((one, i) => {
		if (one.shift !== null) checkFixed(agents.get(one.agent)!, one.day, byId.get(one.shift)!, `fixed[${i}]`);
	});
	for (const agent of problem.agents) checkTogether(problem, calendar, agent, byId);
	begun.forEach((one, i) => {
		const place = `begun[${i}]`;
		const announced = published?.find((p) => p.agent === one.agent && p.day === one.day);
		if (!announced) refuse(place, one, 'a shift that is published for that agent and day');
		const shift = byId.get(announced.shift)!;
		if (one.untilMinute <= shift.startMinute)
			refuse(`${place}.until`, one.untilMinute, `a minute after the shift's start (${shift.startMinute})`);
		const decided = fixedOn(one.agent, one.day);
		if (decided && decided.shift === null) refuse(place, one, 'no begun shift on a day that is fixed as off');
		if (decided && byId.get(decided.shift!)!.startMinute !== shift.startMinute)
			refuse(place, one, 'a fixed shift with the start at which the published one began');
	});
	activities.forEach((one, i) => {
		const place = `activities[${i}]`;
		const agent = agents.get(one.agent)!;
		const decided = fixedOn(one.agent, one.day);
		if (decided?.shift === null) refuse(place, one, 'no activity on a day that is fixed as off');
		if (agent.daysOff.includes(one.day)) refuse(place, one, "no activity on one of the agent's days off");
		const holds = (s: ShiftTemplate) =>
			s.breaks.some(
				(p) =>
					s.startMinute + p.offsetMinute === one.fromMinute &&
					p.offsetMinute + p.lengthMinutes === one.toMinute - s.startMinute &&
					p.kind === one.kind
			);
		const may = decided
			? [byId.get(decided.shift!)!]
			: allShifts(problem).filter(
					(s) => (!('agent' in s) || s.agent === one.agent) && (s.days === null || s.days.includes(one.day))
				);
		if (!may.some(holds))
			refuse(place, one, decided ? 'the fixed shift to hold it' : 'a shift of that day with room for it');
	});
}

/** An agent who works one shift, on the first day it is offered. */
function aloneOn(
	problem: RosterProblem,
	calendar: Calendar,
	agent: RosterAgent,
	shift: ShiftTemplate
): AgentWeek {
	const day = shift.days?.[0] ?? 0;
	const startsAt = day * 1440 + shift.startMinute;
	const endsAt = startsAt + shift.lengthMinutes;
	return {
		...{ problem, calendar, agent },
		worked: [{ day, shift, startsAt, endsAt, paidMinutes: paidMinutes(shift) }]
	};
}

function checkFixed(agent: RosterAgent, day: number, shift: ShiftTemplate, place: string): void {
	const end = shift.startMinute + shift.lengthMinutes;
	if (agent.daysOff.includes(day)) refuse(place, shift.id, `no shift on a day off of "${agent.id}"`);
	if (shift.days !== null && !shift.days.includes(day))
		refuse(place, shift.id, 'a shift that is offered on that day');
	if (
		agent.availability !== null &&
		!agent.availability.some((r) => r.day === day && r.fromMinute <= shift.startMinute && end <= r.toMinute)
	)
		refuse(place, shift.id, `a shift within the availability of "${agent.id}"`);
	if (paidMinutes(shift) > agent.contract.maxHoursPerDay * 60)
		refuse(
			place,
			shift.id,
			`no more than ${agent.contract.maxHoursPerDay} hours a day, as the contract of "${agent.id}" has it`
		);
	if (!mayWork(agent.contract, shift))
		refuse(place, shift.id, `a shift with breaks and times that the contract of "${agent.id}" allows`);
}

/** Fixed days of one agent that break a rule between them, whatever the other days become. */
function checkTogether(
	problem: RosterProblem,
	calendar: Calendar,
	agent: RosterAgent,
	byId: ReadonlyMap<string, ShiftTemplate>
): void {
	const decided = (problem.fixed ?? []).filter((f) => f.agent === agent.id);
	const days = new Map(decided.flatMap((f) => (f.shift === null ? [] : [[f.day, byId.get(f.shift)!]])));
	const { maxHoursPerWeek, maxConsecutiveDays, minors } = agent.contract;
	const minRestHours = Math.max(agent.contract.minRestHours, minors?.minRestHours ?? 0);
	for (const [day, shift] of days) {
		const next = days.get(day + 1);
		const rest = next && 1440 + next.startMinute - shift.startMinute - shift.lengthMinutes;
		if (rest !== undefined && rest < minRestHours * 60)
			refuse(
				'fixed',
				`${agent.id}: ${shift.id}, ${next!.id}`,
				`at least ${minRestHours} hours of rest between the shifts of ${calendar.spoken(day)} and the day after (they leave ${hours(rest)})`
			);
	}
	for (const { from, to } of calendar.weeks) {
		let minutes = 0;
		for (const [day, shift] of days) if (day >= from && day < to) minutes += paidMinutes(shift);
		if (minutes > maxHoursPerWeek * 60)
			refuse(
				'fixed',
				`${agent.id}: ${hours(minutes)} hours`,
				`no more than ${maxHoursPerWeek} hours in the week of ${calendar.spoken(from)}`
			);
	}
	for (let day = 0, run = 0; day < calendar.days; day++) {
		run = days.has(day) ? run + 1 : 0;
		if (run > maxConsecutiveDays)
			refuse('fixed', `${agent.id}: ${run} days`, `no more than ${maxConsecutiveDays} days in a row`);
	}
}
