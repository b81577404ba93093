import type { AgentRecord } from './list-agents.ts';

/** Whether a person can do work that asks for a skill; null asks for none. */
export const knowsSkill = ({ skills }: Pick<AgentRecord, 'skills'>, skill: string | null): boolean =>
	skill === null || skills.some(({ skillId, proficiency }) => skillId === skill && proficiency > 0);
