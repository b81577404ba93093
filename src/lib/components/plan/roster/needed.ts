import { datesFrom } from './start-days.ts';

export type Size = {
	days: readonly { date: string; agentHours: Record<string, number> }[];
	agents: number;
	hoursPerWeek: number;
	skills: readonly { id: string; name: string; agents: number }[];
};

export type Needed = {
	agentHours: number;
	/** Hours the agents there are may work in those days. */
	availableHours: number;
	/** Agents of a mean contract that the hours alone would keep busy. */
	agentsNeeded: number;
	hoursOfOne: number;
	/** Skills that are asked for in those days and that nobody has. */
	nobodyFor: string[];
};

const HOURS_OF_FULL_TIME = 40;

/** What some days of a plan ask for, against who there is. */
export function needed(size: Size, start: string, days: number): Needed {
	const wanted = new Set(datesFrom(start, days));
	const chosen = size.days.filter(({ date }) => wanted.has(date));
	const bySkill = new Map<string, number>();
	for (const { agentHours } of chosen)
		for (const [skill, hours] of Object.entries(agentHours))
			bySkill.set(skill, (bySkill.get(skill) ?? 0) + hours);
	const agentHours = [...bySkill.values()].reduce((sum, hours) => sum + hours, 0);
	const weeks = days / 7;
	const hoursOfOne = size.agents > 0 ? size.hoursPerWeek / size.agents : HOURS_OF_FULL_TIME;
	return {
		agentHours,
		availableHours: size.hoursPerWeek * weeks,
		agentsNeeded: Math.ceil(agentHours / weeks / hoursOfOne - 1e-9),
		hoursOfOne,
		nobodyFor: size.skills
			.filter(({ id, agents }) => agents === 0 && (bySkill.get(id) ?? 0) > 0)
			.map(({ name }) => name)
	};
}
