import type { ScenarioAgent, ScenarioQueue, ScenarioSite } from './scenario.ts';

/** What to expect of one person on one contact: means and chances from which a contact is drawn. */
export interface WorkTerms {
	/** Talk with hold. */
	busySeconds: number;
	wrapSeconds: number;
	transferShare: number;
	holdChance: number;
	resolveChance: number;
	/** Added to the mood at the end. */
	moodLift: number;
}

const PLAIN = { talk: 1, hold: 1, transfer: 1, wrap: 1, resolve: 0, warmth: 0 };

/** One hold of a quarter of the talk or less, in as many calls as make the queue's mean share. */
export const HOLD_PART = 0.25;

/** The queue's figures, moved by proficiency and by what this person is used to do. */
export function workTerms(
	site: ScenarioSite,
	plan: ScenarioQueue,
	agent: ScenarioAgent,
	proficiency: number,
	intent: string
): WorkTerms {
	const habits = { ...PLAIN, ...agent.habits };
	const concerned = !agent.habits?.intents || agent.habits.intents.includes(intent);
	const own = concerned ? habits : PLAIN;
	const pace = 1 + site.proficiencyEffect * (0.75 - proficiency);
	return {
		busySeconds: (plan.ahtSeconds - plan.acwSeconds) * pace * own.talk,
		wrapSeconds: plan.acwSeconds * pace * own.wrap,
		transferShare: Math.min(1, plan.transferShare * own.transfer),
		holdChance: plan.channel === 'voice' ? Math.min(1, plan.holdShare * 4 * own.hold) : 0,
		resolveChance: Math.max(0, Math.min(1, 0.62 + 0.35 * proficiency + own.resolve)),
		moodLift: own.warmth
	};
}
