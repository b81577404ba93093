import type {
	ConversationSigns,
	HandoffDecision,
	HandoffReason,
	HandoffRule,
	HandoffRules
} from './handoff-rules.ts';

/** The mood of now is the mean of so many of the customer's last turns, that of the beginning of as many first ones. */
export const RECENT_TURNS = 2;

/**
 * Whether a conversation with a bot needs a person. Each rule is judged by itself and every one that holds is told,
 * the weightiest first: the customer's own wish, signs of harm or loss, the reason for contact, a bot that fails,
 * the mood, the value. Monotone: a worse mood, one more failed turn, one more cue or a higher value never takes a
 * decision for a person back. Cost O(turns + cues).
 *
 * A rule whose sign is not known (no readable turn, no intent, no value) decides nothing and is named in `unknown`.
 *
 * @throws RangeError when a mood or a cue's strength is outside its range
 * @example decideHandoff(rules, { ...signs, failedTurns: 2 }).needsPerson // true where two failed turns are the limit
 */
export function decideHandoff(rules: HandoffRules, signs: ConversationSigns): HandoffDecision {
	check(signs);
	const reasons: HandoffReason[] = [];
	const unknown: HandoffRule[] = [];
	const { moods, failedTurns, value } = signs;
	const now = moods.length === 0 ? null : mean(moods.slice(-RECENT_TURNS));

	if (rules.onRequest && signs.askedForPerson) reasons.push({ rule: 'request' });
	for (const { kind, minimumStrength } of rules.cues) {
		const strength = strongest(signs.cues, kind);
		if (strength !== null && strength >= minimumStrength) reasons.push({ rule: 'cue', kind, strength });
	}
	if (rules.intents.length > 0) {
		if (signs.intent === null) unknown.push('intent');
		else if (rules.intents.includes(signs.intent))
			reasons.push({
				rule: 'intent',
				intent: signs.intent,
				...(signs.intentProbability != null && { probability: signs.intentProbability })
			});
	}
	if (rules.failedTurns !== null && failedTurns >= rules.failedTurns)
		reasons.push({ rule: 'failed-turns', count: failedTurns, limit: rules.failedTurns });
	if (rules.moodBelow !== null) {
		if (now === null) unknown.push('mood');
		else if (now < rules.moodBelow) reasons.push({ rule: 'mood', mood: now, below: rules.moodBelow });
	}
	if (rules.moodFall !== null) {
		// With fewer turns the beginning and the end would be the same words.
		if (now === null || moods.length < 2 * RECENT_TURNS) unknown.push('fall');
		else {
			const from = mean(moods.slice(0, RECENT_TURNS));
			if (from - now >= rules.moodFall) reasons.push({ rule: 'fall', from, to: now, by: from - now });
		}
	}
	if (rules.valueAtLeast !== null) {
		if (value === null) unknown.push('value');
		else if (value >= rules.valueAtLeast && (failedTurns > 0 || (now !== null && now < 0)))
			reasons.push({ rule: 'value', value, atLeast: rules.valueAtLeast, failedTurns, mood: now });
	}

	const [first, ...others] = reasons;
	return first
		? { needsPerson: true, reasons: [first, ...others] }
		: { needsPerson: false, reasons: [], unknown };
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

function strongest(cues: ConversationSigns['cues'], kind: string): number | null {
	let most: number | null = null;
	for (const cue of cues)
		if (cue.kind === kind && (most === null || cue.strength > most)) most = cue.strength;
	return most;
}

function check({ moods, cues, failedTurns }: ConversationSigns): void {
	const mood = moods.find((one) => !(one >= -1 && one <= 1));
	if (mood !== undefined) throw new RangeError(`Deciding a handoff: mood "${mood}" must be from −1 to 1.`);
	const cue = cues.find(({ strength }) => !(strength >= 0 && strength <= 1));
	if (cue)
		throw new RangeError(
			`Deciding a handoff: strength "${cue.strength}" of "${cue.kind}" must be from 0 to 1.`
		);
	if (!Number.isInteger(failedTurns) || failedTurns < 0)
		throw new RangeError(`Deciding a handoff: failed turns "${failedTurns}" must be a whole number from 0.`);
}
