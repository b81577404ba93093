import type { EffectPrior } from '../effect/learn-modules.ts';
import type { Cause } from '../findings/causes.ts';
import type { Metric } from '../metrics.ts';

/** Words in the languages of the product. */
export interface Words {
	en: string;
	es: string;
}

/** What a coach and an agent can see and change. */
export interface Behaviour {
	cause: Cause;
	title: Words;
	/** What to look or listen for in the contacts. */
	signs: Words;
}

export const MODULE_FORMS = ['reading', 'practice', 'role-play', 'listening', 'side-by-side'] as const;
export type ModuleForm = (typeof MODULE_FORMS)[number];

/** Something to do about a behaviour. */
export interface CoachingModule {
	id: string;
	causes: Cause[];
	form: ModuleForm;
	title: Words;
	summary: Words;
	/** Time of the agent, and of whoever coaches. */
	agentMinutes: number;
	coachMinutes: number;
	/** What is expected before anybody has used it: in sds of skill between agents, positive is better. */
	effects: { metric: Metric; sds: number; sd: number }[];
}

export interface Catalogue {
	behaviours: Behaviour[];
	modules: CoachingModule[];
}

/** What learnModules() starts from. */
export const priorsOf = ({ modules }: Catalogue): EffectPrior[] =>
	modules.flatMap(({ id, effects }) => effects.map((effect) => ({ module: id, ...effect })));
