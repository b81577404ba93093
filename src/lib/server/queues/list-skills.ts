import { asc } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { skills } from '../db/schema/index.ts';

export type SkillRecord = typeof skills.$inferSelect;

/** Every skill, by name. For domains: what a person may see of it is decided by the caller. */
export const listSkills = ({ db }: Context): Promise<SkillRecord[]> =>
	db.orm.select().from(skills).orderBy(asc(skills.name));
