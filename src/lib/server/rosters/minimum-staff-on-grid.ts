import { plusDays } from '#lib/format/local-dates.ts';
import type { MinimumStaff } from '#solver/rostering/index.ts';
import { InvalidInputError } from '../access/index.ts';
import { knowsSkill, type AgentRecord } from '../agents/index.ts';

const DAY_MINUTES = 1_440;
const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minute: number): string =>
	minute > DAY_MINUTES
		? `${clock(minute - DAY_MINUTES)} of the next day`
		: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Minimum staff in whole intervals of a roster: shifts begin and end with these, so that whoever is there for part of one is there for all of it. */
export const onGrid = (minimumStaff: readonly MinimumStaff[], grid: number): MinimumStaff[] =>
	minimumStaff.map((stretch) => ({
		...stretch,
		fromMinute: Math.floor(stretch.fromMinute / grid) * grid,
		toMinute: Math.ceil(stretch.toMinute / grid) * grid
	}));

/** The minutes of a day from and to which somebody is needed; what passes midnight is of its early hours too. */
export const spanOf = ({ fromMinute, toMinute }: MinimumStaff): { fromMinute: number; toMinute: number } =>
	toMinute > DAY_MINUTES ? { fromMinute: 0, toMinute: DAY_MINUTES } : { fromMinute, toMinute };

/** @throws InvalidInputError where more must be there than there are */
export function requirePeople(
	minimumStaff: readonly MinimumStaff[],
	agents: readonly Pick<AgentRecord, 'skills'>[],
	start: string
): void {
	for (const { day, fromMinute, toMinute, skill, agents: least } of minimumStaff) {
		const able = agents.filter((agent) => knowsSkill(agent, skill)).length;
		if (least > able)
			throw new InvalidInputError(
				`Making a roster: the minimum staff of ${plusDays(start, day)} ${clock(fromMinute)}–${clock(toMinute)} is ${least}${skill === null ? '' : ` with the skill "${skill}"`}; wanted no more than the ${able} who could work. Lower it, or plan more people.`
			);
	}
}
