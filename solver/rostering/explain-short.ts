import { createCalendar } from './calendar.ts';
import { canDo, type RosterProblem } from './problem.ts';
import type { RosterCover } from './roster.ts';

const clock = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The longest and deepest stretches of shortfall, in words, with who could have worked then and why not. */
export function explainShort(
	problem: RosterProblem,
	assignments: { agent: string; day: number; shift: string }[],
	cover: RosterCover[],
	most = 5
): string[] {
	const calendar = createCalendar(problem.horizon.start, problem.horizon.days);
	const step = problem.intervalMinutes;
	const stretches: {
		day: number;
		skill: string | null;
		from: number;
		to: number;
		short: number;
		people: number;
	}[] = [];
	const sorted = [...cover].sort(
		(a, b) => a.day - b.day || (a.skill ?? '').localeCompare(b.skill ?? '') || a.fromMinute - b.fromMinute
	);
	for (const c of sorted) {
		const short = c.required - c.scheduled;
		if (short < 0.5) continue;
		const last = stretches.at(-1);
		if (last && last.day === c.day && last.skill === c.skill && last.to === c.fromMinute) {
			last.to += step;
			last.short = Math.max(last.short, short);
			last.people += short;
		} else
			stretches.push({
				day: c.day,
				skill: c.skill,
				from: c.fromMinute,
				to: c.fromMinute + step,
				short,
				people: short
			});
	}
	stretches.sort((a, b) => b.people - a.people || a.day - b.day || a.from - b.from);
	return stretches.slice(0, most).map(({ day, skill, from, to, short }) => {
		const able = problem.agents.filter((a) => canDo(problem, a, skill));
		const barred = able.filter((a) => {
			if (a.daysOff.includes(day)) return true;
			return (
				a.availability !== null &&
				!a.availability.some((r) => r.day === day && r.fromMinute < to && r.toMinute > from)
			);
		});
		const working = able.filter((a) => assignments.some((x) => x.agent === a.id && x.day === day));
		const resting = able.length - working.length - barred.filter((a) => !working.includes(a)).length;
		const of = skill === null ? '' : ` of ${skill}`;
		return `${calendar.spoken(day)} ${clock(from)}–${clock(to)} is up to ${Math.ceil(short)} short${of}: of ${able.length} who can do it, ${working.length} work that day, ${barred.length} are on leave or not available then, and ${Math.max(0, resting)} rest under their contracts’ limits.`;
	});
}
