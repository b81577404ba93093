import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { skills } from '../db/schema/index.ts';
import { listSkills } from './list-skills.ts';

export const NewSkill = z.object({ name: z.string().trim().min(1).max(120) });
export type NewSkill = z.infer<typeof NewSkill>;

/** Letters and digits with hyphens between; accents are dropped. */
const idOf = (name: string): string =>
	name
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
		.replaceAll(/^-+|-+$/g, '');

/** Adds a skill that queues can ask for and agents can have. */
export async function addSkill(ctx: Context, actor: Actor, input: NewSkill): Promise<{ skillId: string }> {
	requireRight(actor, 'settings.manage');
	const { name } = parseInput('Adding a skill', NewSkill, input);
	const id = idOf(name);
	if (id === '') throw new InvalidInputError(`Adding a skill: "${name}" must have a letter or a digit.`);
	const same = (await listSkills(ctx)).find(
		(skill) => skill.id === id || skill.name.toLowerCase() === name.toLowerCase()
	);
	if (same)
		throw new InvalidInputError(`Adding a skill: "${same.name}" is there already; choose another name.`);
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(skills).values({ id, name }),
		recordAudit(ctx, actor, { action: 'skill.add', subject: `skill:${id}`, after: { name } })
	]);
	return { skillId: id };
}
