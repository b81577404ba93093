import type { CueKind } from '../conversations/index.ts';
import type { HeardCue, NeedFacts, NeedReason, PersonNeed } from './need-facts.ts';

/** From here on a contact needs a person now: one heavy reason at full strength, or several together. */
export const NEEDS_PERSON_AT = 0.5;
/** Below this it is not worth a supervisor's look. */
export const WORTH_A_LOOK_AT = 0.25;

/** The urgency that a reason makes alone at its full strength. */
const WEIGHT = {
	'asks-for-person': 0.6,
	'asks-for-another': 0.6,
	'legal-threat': 0.6,
	vulnerability: 0.6,
	'churn-threat': 0.5,
	anger: 0.45,
	worry: 0.25,
	'repeated-contact': 0.35,
	'mood-low': 0.55,
	'mood-fell': 0.4,
	'bot-failed': 0.5,
	waiting: 0.45,
	'on-hold': 0.3,
	unanswered: 0.35
} as const;

/** These pass when later turns are calmer; a threat or a hardship does not. */
const FADING: ReadonlySet<CueKind> = new Set(['anger', 'worry']);
/** What a fading cue keeps of its strength with each later turn of the customer. */
const KEPT_A_TURN = 0.7;
/** What was said before a person took the contact counts this much afterwards: somebody is seeing to it. */
const KEPT_WITH_PERSON = 0.5;
/** A first request for a person; a second one is full strength. */
const FIRST_REQUEST = 0.75;
/** The running mood counts as low from here, and in full at the second. */
const LOW_FROM = -1;
const LOWEST = -4;
/** A fall of the running mood by this much is full strength; less than the least is not told. */
const FULL_FALL = 5;
const LEAST_FALL = 1;
/** By failed turns; the last holds for more. */
const FAILED_TURNS = [0, 0.35, 0.8, 1];
/** A wait counts from half the threshold on, and in full at three times it. */
const WAIT_FROM = 0.5;
const WAIT_FULL = 3;
/** Where a queue has no threshold. */
const USUAL_THRESHOLD_SECONDS = 60;
const HOLD_FROM_SECONDS = 60;
const HOLD_FULL_SECONDS = 300;
const UNANSWERED_FROM_SECONDS = 60;
const UNANSWERED_FULL_SECONDS = 300;
/** So many earlier contacts are full strength; hearing of them without a record counts as one. */
const FULL_REPEATS = 3;
const HIGHEST_PRIORITY = 10;
/** The highest priority counts as half as many reasons again. */
const PRIORITY_SHARE = 0.5;

const share = (value: number, from: number, to: number): number =>
	Math.max(0, Math.min(1, (value - from) / (to - from)));

/** Independent pieces of evidence: what they make together is what none of them denies. */
const together = (parts: readonly number[]): number => 1 - parts.reduce((rest, part) => rest * (1 - part), 1);

function cueStrength(cue: HeardCue, isWithPerson: boolean): number {
	const faded = FADING.has(cue.kind) ? cue.strength * KEPT_A_TURN ** cue.turnsSince : cue.strength;
	if (!isWithPerson || !cue.isBeforePerson) return faded;
	return cue.kind === 'asks-for-person' ? 0 : faded * KEPT_WITH_PERSON;
}

function cueReasons({ cues, place, repeatContacts }: NeedFacts): NeedReason[] {
	const reasons: NeedReason[] = [];
	const byKind = new Map<CueKind, number[]>();
	for (const cue of cues) {
		const strength = cueStrength(cue, place === 'agent');
		if (strength <= 0) continue;
		const list = byKind.get(cue.kind);
		if (list) list.push(strength);
		else byKind.set(cue.kind, [strength]);
	}
	for (const [kind, strengths] of byKind) {
		if (kind === 'repeated-contact') continue;
		const whole = together(strengths.map((one) => (kind === 'asks-for-person' ? one * FIRST_REQUEST : one)));
		const told = kind === 'asks-for-person' && place === 'agent' ? 'asks-for-another' : kind;
		reasons.push({ kind: told, times: strengths.length, weight: WEIGHT[told] * whole });
	}
	const said = byKind.get('repeated-contact');
	const repeats = Math.max(repeatContacts ?? 0, said ? 1 : 0);
	if (repeats > 0)
		reasons.push({
			kind: 'repeated-contact',
			contacts: repeatContacts || null,
			weight:
				WEIGHT['repeated-contact'] * together([Math.min(1, repeats / FULL_REPEATS), ...(said ? [0.3] : [])])
		});
	return reasons;
}

function moodReasons({ moods }: NeedFacts): NeedReason[] {
	const now = moods.at(-1);
	if (now === undefined) return [];
	const reasons: NeedReason[] = [];
	const low = share(-now, -LOW_FROM, -LOWEST);
	if (low > 0) reasons.push({ kind: 'mood-low', mood: now, weight: WEIGHT['mood-low'] * low });
	let best = 0;
	moods.forEach((mood, i) => {
		if (mood >= moods[best]!) best = i;
	});
	const from = moods[best]!;
	// A fall that ends in good humour is no trouble.
	if (now < 0 && from - now >= LEAST_FALL)
		reasons.push({
			kind: 'mood-fell',
			from,
			to: now,
			turns: moods.length - 1 - best,
			weight: WEIGHT['mood-fell'] * Math.min(1, (from - now) / FULL_FALL) * share(-now, 0, 1)
		});
	return reasons;
}

function timeReasons(facts: NeedFacts, nowMs: number): NeedReason[] {
	const reasons: NeedReason[] = [];
	const add = (
		kind: 'waiting' | 'on-hold' | 'unanswered',
		sinceMs: number | null,
		from: number,
		full: number
	) => {
		if (sinceMs === null) return;
		const strength = share((nowMs - sinceMs) / 1000, from, full);
		if (strength > 0) reasons.push({ kind, sinceMs, weight: WEIGHT[kind] * strength });
	};
	const threshold = Math.max(1, facts.thresholdSeconds ?? USUAL_THRESHOLD_SECONDS);
	add('waiting', facts.waitingSinceMs, threshold * WAIT_FROM, threshold * WAIT_FULL);
	add('on-hold', facts.heldSinceMs, HOLD_FROM_SECONDS, HOLD_FULL_SECONDS);
	add('unanswered', facts.unansweredSinceMs, UNANSWERED_FROM_SECONDS, UNANSWERED_FULL_SECONDS);
	return reasons;
}

/**
 * How much an open contact needs a person now, and why: for a ranked list over all channels.
 *
 * Each reason i has a strength sᵢ in [0, 1] (how strongly, how often, how long) and a weight wᵢ, the urgency that it
 * makes alone at full strength. Together they make u = 1 − Π(1 − wᵢ·sᵢ), as independent pieces of evidence do
 * ("noisy or", Pearl 1988): every reason adds, none can take away, none alone reaches 1. A priority that the source
 * gives acts on what there is: 1 − (1 − u)^(1 + ½·priority/10); alone it makes no need.
 *
 * Monotone: a stronger or further cue, a lower mood, a deeper fall, more failed bot turns, a longer wait, hold or
 * silence, more repeats and a higher priority never lower it. Once a person has the contact, the request for one is
 * met and what was said before counts half; anger and worry fade with each calmer turn.
 *
 * Throws when a mood is outside [−5, 5], a strength outside [0, 1], or a count is below 0.
 *
 * @param nowMs UTC ms, of the clock that the facts' instants are of
 *
 * Cost: linear in cues and moods; about 2 µs for a usual contact.
 *
 * @example personNeed({ …, cues: [{ kind: 'asks-for-person', strength: 1, turnsSince: 0, isBeforePerson: false }] }, now).urgency // 0.45
 */
export const personNeed = (facts: NeedFacts, nowMs: number): PersonNeed =>
	needAt(steadyNeed(facts), facts, nowMs);

/** What of a need does not change while only time passes. */
export interface SteadyNeed {
	/** Π(1 − weight). */
	rest: number;
	/** Heaviest first. */
	reasons: readonly NeedReason[];
}

/** The part of personNeed() that a wait, a hold or a silence does not move: worked out once for each change of the facts. */
export function steadyNeed(facts: NeedFacts): SteadyNeed {
	check(facts);
	const reasons = [...cueReasons(facts), ...moodReasons(facts)];
	if (facts.place !== 'agent' && facts.failedBotTurns > 0)
		reasons.push({
			kind: 'bot-failed',
			turns: facts.failedBotTurns,
			weight: WEIGHT['bot-failed'] * FAILED_TURNS[Math.min(FAILED_TURNS.length - 1, facts.failedBotTurns)]!
		});
	reasons.sort(byWeight);
	return { rest: reasons.reduce((rest, { weight }) => rest * (1 - weight), 1), reasons };
}

/** personNeed() from its steady part; about 0.2 µs. */
export function needAt({ rest, reasons: steady }: SteadyNeed, facts: NeedFacts, nowMs: number): PersonNeed {
	const timed = timeReasons(facts, nowMs);
	const plain = 1 - timed.reduce((left, { weight }) => left * (1 - weight), rest);
	const raise = Math.max(0, Math.min(1, (facts.priority ?? 0) / HIGHEST_PRIORITY));
	const urgency = raise > 0 ? 1 - (1 - plain) ** (1 + PRIORITY_SHARE * raise) : plain;
	const reasons = timed.length > 0 ? [...steady, ...timed].sort(byWeight) : [...steady];
	if (raise > 0 && plain > 0)
		reasons.push({ kind: 'priority', priority: facts.priority!, weight: urgency - plain });
	return { urgency, reasons };
}

const byWeight = (a: NeedReason, b: NeedReason): number => b.weight - a.weight;

function check({ moods, cues, failedBotTurns, repeatContacts }: NeedFacts): void {
	for (const mood of moods)
		if (!(mood >= -5 && mood <= 5))
			throw new RangeError(`Rating a need: mood "${mood}" must be between -5 and 5.`);
	for (const { kind, strength, turnsSince } of cues)
		if (!(strength >= 0 && strength <= 1 && turnsSince >= 0))
			throw new RangeError(
				`Rating a need: a cue "${kind}" of strength "${strength}", ${turnsSince} turns ago, must have a strength between 0 and 1 and 0 or more turns.`
			);
	if (!(failedBotTurns >= 0) || !((repeatContacts ?? 0) >= 0))
		throw new RangeError(
			`Rating a need: failed turns "${failedBotTurns}" and earlier contacts "${repeatContacts}" must be 0 or more.`
		);
}
