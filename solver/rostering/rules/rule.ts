import type { Calendar } from '../calendar.ts';
import type { RosterAgent, RosterProblem, ShiftTemplate } from '../problem.ts';

/** One breach of one rule, in words. */
export interface Violation {
	rule: string;
	agent: string | null;
	/** Day of the horizon where it shows; null when it concerns no single day. */
	day: number | null;
	text: string;
}

/** A shift of an agent, with its minutes counted from the start of the horizon. */
export interface WorkedShift {
	day: number;
	shift: ShiftTemplate;
	startsAt: number;
	endsAt: number;
	paidMinutes: number;
}

export interface AgentWeek {
	problem: RosterProblem;
	calendar: Calendar;
	agent: RosterAgent;
	/** In order of their start. */
	worked: WorkedShift[];
}

/** A hard rule on one agent's shifts. */
export interface Rule {
	id: string;
	/** The rule as a person would say it. */
	sentence: string;
	check(of: AgentWeek): Violation[];
}

/** "3", "7.5": hours of a number of minutes, for violation texts. */
export const hours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);

/** Runs of consecutive values that `holds` is true for, over days 0 … days − 1. */
export function runsOf(days: number, holds: (day: number) => boolean): { from: number; length: number }[] {
	const runs: { from: number; length: number }[] = [];
	for (let d = 0; d < days; d++) {
		if (!holds(d)) continue;
		const last = runs.at(-1);
		if (last && last.from + last.length === d) last.length++;
		else runs.push({ from: d, length: 1 });
	}
	return runs;
}

/** "09:30" of a minute of the day; what passes midnight goes on counting. */
export const clock = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
