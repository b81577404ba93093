import { plusDays } from '#lib/format/local-dates.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import type { ShiftPart } from '../db/schema/index.ts';
import { listSkills } from '../queues/index.ts';
import { rosterClock } from './edits/roster-clock.ts';
import { findRoster, type RosterHead, type RosterView } from './read-rosters.ts';

export interface GridShift {
	id: string;
	agentId: string;
	/** Day of the roster on which it begins. */
	day: number;
	startAt: number;
	endAt: number;
	breaks: ShiftPart[];
}

export interface GridAgent {
	id: string;
	name: string;
	teamId: string | null;
	skillIds: string[];
	maxHoursPerWeek: number;
}

/** A roster as its page draws it: people, days, shifts, and the people in each interval. */
export interface RosterGrid {
	head: RosterHead;
	days: { date: string; startAt: number; endAt: number }[];
	intervalSeconds: number;
	agents: GridAgent[];
	skills: { id: string; name: string }[];
	shifts: GridShift[];
	cover: { at: number; skillId: string | null; required: number; scheduled: number }[];
	/** The independent validator's word. */
	validation: Pick<RosterView['validation'], 'valid' | 'violations' | 'objective'>;
}

/** Null when there is no such roster. */
export async function readRosterGrid(ctx: Context, actor: Actor, id: string): Promise<RosterGrid | null> {
	const roster = await findRoster(ctx, actor, id);
	return roster && gridOf(ctx, roster);
}

/** For who has the roster already. */
export async function gridOf(ctx: Context, roster: RosterView): Promise<RosterGrid> {
	const { problem, shifts, claimed: _, validation, ...head } = roster;
	const [people, skills] = await Promise.all([listAgents(ctx), listSkills(ctx)]);
	const teamOf = new Map(people.map((person) => [person.id, person.teamId]));
	const { at } = rosterClock(problem, roster.timeZone);
	const days = Array.from({ length: problem.horizon.days }, (_, day) => ({
		date: plusDays(problem.horizon.start, day),
		startAt: at(day, 0),
		endAt: at(day + 1, 0)
	}));
	const asked = new Set(problem.demand.map(({ skill }) => skill));
	return {
		head,
		days,
		intervalSeconds: problem.intervalMinutes * 60,
		agents: problem.agents.map((agent) => ({
			id: agent.id,
			name: agent.name,
			teamId: teamOf.get(agent.id) ?? null,
			skillIds: agent.skills.map(({ skill }) => skill),
			maxHoursPerWeek: agent.contract.maxHoursPerWeek
		})),
		skills: skills.filter((skill) => asked.has(skill.id)),
		shifts: shifts.map(({ id: shiftId, agentId, startAt, endAt, breaks }) => ({
			id: shiftId,
			agentId,
			day: days.findLastIndex((day) => day.startAt <= startAt),
			startAt,
			endAt,
			breaks
		})),
		cover: validation.cover.map(({ day, fromMinute, skill, required, scheduled }) => ({
			at: at(day, fromMinute),
			skillId: skill,
			required,
			scheduled
		})),
		validation: {
			valid: validation.valid,
			violations: validation.violations,
			objective: validation.objective
		}
	};
}
