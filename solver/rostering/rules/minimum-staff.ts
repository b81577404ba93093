import type { Calendar } from '../calendar.ts';
import { canDo, type RosterProblem } from '../problem.ts';
import { clock, type Violation, type WorkedShift } from './rule.ts';

/** A rule on all agents together: people on a break are not there. */
export const minimumStaff = {
	id: 'minimum-staff',
	sentence: 'At every moment of the stretches named, at least so many people who know the skill are at work.',

	check(
		problem: RosterProblem,
		calendar: Calendar,
		byAgent: ReadonlyMap<string, WorkedShift[]>
	): Violation[] {
		const end = problem.horizon.days * 1440;
		return (problem.minimumStaff ?? []).flatMap(({ day, fromMinute, toMinute, skill, agents: least }) => {
			const able = problem.agents.filter((agent) => canDo(problem, agent, skill));
			const present = (minute: number) =>
				able.filter((agent) => byAgent.get(agent.id)!.some((w) => isAtWork(w, minute))).length;
			const missing: { from: number; to: number; fewest: number }[] = [];
			for (
				let at = day * 1440 + fromMinute;
				at < day * 1440 + toMinute && at < end;
				at += problem.intervalMinutes
			) {
				const next = at + problem.intervalMinutes;
				const there = present(at);
				const last = missing.at(-1);
				if (there < least && last?.to === at) {
					last.to = next;
					last.fewest = Math.min(last.fewest, there);
				} else if (there < least) missing.push({ from: at, to: next, fewest: there });
			}
			return missing.map(({ from, to, fewest }) => ({
				rule: 'minimum-staff',
				agent: null,
				day: Math.floor(from / 1440),
				text: `${calendar.spoken(Math.floor(from / 1440))} ${clock(from % 1440)}–${clock((from % 1440) + to - from)} has ${fewest} at work${skill === null ? '' : ` who know ${skill}`}; at least ${least}.`
			}));
		});
	}
};

function isAtWork({ startsAt, endsAt, shift }: WorkedShift, minute: number): boolean {
	if (minute < startsAt || minute >= endsAt) return false;
	const into = minute - startsAt;
	return !shift.breaks.some((b) => b.offsetMinute <= into && into < b.offsetMinute + b.lengthMinutes);
}
