export type { HeardCue, NeedFacts, NeedPlace, NeedReason, PersonNeed } from './need-facts.ts';
export {
	needAt,
	NEEDS_PERSON_AT,
	personNeed,
	steadyNeed,
	WORTH_A_LOOK_AT,
	type SteadyNeed
} from './person-need.ts';
