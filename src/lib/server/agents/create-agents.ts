import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { listAgents } from './list-agents.ts';
import { writeAgents } from './write-agents.ts';

export const CreateAgentsInput = z
	.object({
		count: z.int().min(1).max(2_000),
		/** Their names: the prefix and a number. */
		prefix: z.string().trim().min(1).max(60),
		skillIds: z.array(z.string()).max(50).default([]),
		minHoursPerWeek: z.number().min(0).max(60),
		maxHoursPerWeek: z.number().positive().max(60)
	})
	.refine(
		(input) => input.minHoursPerWeek <= input.maxHoursPerWeek,
		'the least hours must not be above the most'
	);

/** Makes placeholder agents, so that a roster can be tried before the real people are known. */
export async function createAgents(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof CreateAgentsInput>
): Promise<{ created: number }> {
	requireRight(actor, 'roster.compute');
	const { count, prefix, skillIds, minHoursPerWeek, maxHoursPerWeek } = parseInput(
		'Creating agents',
		CreateAgentsInput,
		input
	);
	const taken = new Set((await listAgents(ctx)).map(({ id }) => id));
	const people = [];
	for (let n = 1; people.length < count; n++) {
		const name = `${prefix} ${n}`;
		const id = name.toLowerCase().replaceAll(/\s+/g, '.');
		if (taken.has(id)) continue;
		const skills = skillIds.map((skill) => ({ skill, proficiency: 1 }));
		people.push({ id, name, team: null, skills, minHoursPerWeek, maxHoursPerWeek });
	}
	await writeAgents(ctx, actor, 'agents.create', people);
	return { created: count };
}
