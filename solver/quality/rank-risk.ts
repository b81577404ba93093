/** What makes a contact worth listening to. */
export const RISKS = [
	'legal-threat',
	'vulnerability',
	'churn-threat',
	'mood-drop',
	'recontact',
	'passed-on',
	'bot-failed',
	'long-hold'
] as const;
export type Risk = (typeof RISKS)[number];

/** A contact with what is known of it; null = unknown, and then it gives no reason. */
export interface RiskContact {
	id: string;
	/** Customer's turns in which each is heard. */
	cues: Readonly<Record<string, number>>;
	/** Last quarter of the mood less the first, −10…10 on the −5…+5 scale. */
	moodShift: number | null;
	/** The customer came back for it within the follow-up time. */
	cameBack: boolean | null;
	/** Another stay with an agent follows. */
	passedOn: boolean;
	/** A bot gave it up. */
	botEscalated: boolean;
	holdSeconds: number;
}

export interface RiskReason {
	kind: Risk;
	/** Turns, points of mood or seconds, by kind; 1 where it is only there or not. */
	figure: number;
}

/** What each reason weighs: a matter of judgement, harm to the customer or the firm first. */
const WEIGHTS: Record<Risk, number> = {
	'legal-threat': 5,
	vulnerability: 5,
	'churn-threat': 4,
	'mood-drop': 3,
	recontact: 3,
	'passed-on': 2,
	'bot-failed': 1,
	'long-hold': 2
};
/** Points of mood lost over the contact, and seconds on hold, from which on it is a reason. */
const MOOD_DROP = 1.5;
const LONG_HOLD_SECONDS = 120;

/** The reasons a contact gives, the gravest first, and their sum; 0 = nothing stands out. */
export function rateRisk(contact: RiskContact): { risk: number; reasons: RiskReason[] } {
	const reasons: RiskReason[] = [];
	const add = (kind: Risk, figure: number, is: boolean) => is && reasons.push({ kind, figure });
	for (const kind of ['legal-threat', 'vulnerability', 'churn-threat'] as const)
		add(kind, contact.cues[kind] ?? 0, (contact.cues[kind] ?? 0) > 0);
	add('mood-drop', contact.moodShift ?? 0, contact.moodShift !== null && contact.moodShift <= -MOOD_DROP);
	add('recontact', 1, contact.cameBack === true);
	add('passed-on', 1, contact.passedOn);
	add('bot-failed', 1, contact.botEscalated);
	add('long-hold', contact.holdSeconds, contact.holdSeconds >= LONG_HOLD_SECONDS);
	reasons.sort((a, b) => WEIGHTS[b.kind] - WEIGHTS[a.kind] || RISKS.indexOf(a.kind) - RISKS.indexOf(b.kind));
	return { risk: reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0), reasons };
}

/** The `most` contacts of the highest risk, none without a reason; equal ones in the order of their ids. */
export function rankRisk<Contact extends RiskContact>(
	contacts: readonly Contact[],
	most: number
): { contact: Contact; risk: number; reasons: RiskReason[] }[] {
	return contacts
		.map((contact) => ({ contact, ...rateRisk(contact) }))
		.filter(({ risk }) => risk > 0)
		.sort((a, b) => b.risk - a.risk || (a.contact.id < b.contact.id ? -1 : 1))
		.slice(0, Math.max(0, most));
}
