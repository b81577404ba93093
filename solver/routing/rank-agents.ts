import {
	WEIGHTS,
	type RankedAgent,
	type RankReason,
	type RefusalReason,
	type RefusedAgent,
	type RoutedAgent,
	type RoutedContact
} from './routed-agent.ts';

/** States in which an agent takes contacts: at once with room, else when room comes. */
const AT_WORK = new Set(['available', 'offered', 'handling', 'wrap']);
/** Idle time at which its part of the score is one half. */
const HALF_IDLE_SECONDS = 300;
/** Where the handle time is not known, this one measures the wait for a busy agent. */
const USUAL_AHT_SECONDS = 300;
const ROUNDING = 1e-9;

/**
 * Who should take a contact, best first, and why; and who should not, and why not.
 *
 * Hard: the skill, the language where both sides are known, a state of work. Those with room for the contact now
 * stand before those without; within each group by score, Σ weight × part (`WEIGHTS`):
 * - proficiency in the skill asked for (1 where none is asked for);
 * - history: 1 where the customer's last contact with the agent went well, 0 where it went badly, ½ without one;
 * - load: 1 − share of the agent that is taken;
 * - idle: t / (t + 300 s), so that the longest idle of two alike is chosen and a long idle time outweighs little.
 * The score of an agent without room is multiplied by 1 / (1 + wait / AHT): half of it where the wait is a whole handle
 * time, and 0 where the wait is not known.
 *
 * Monotone: all else equal, more proficiency, a better history, less load, more idle time or a shorter wait never
 * ranks lower. Deterministic: ties by id, whatever the order of `agents`. Cost O(n log n).
 *
 * @throws RangeError when the contact's size, or an agent's load or proficiency, is outside its range
 */
export function rankAgents(
	contact: RoutedContact,
	agents: Iterable<RoutedAgent>
): { ranked: RankedAgent[]; refused: RefusedAgent[] } {
	if (!(contact.size > 0 && contact.size <= 1))
		throw new RangeError(
			`Ranking agents: size "${contact.size}" of the contact must be above 0 and at most 1.`
		);
	const ranked: RankedAgent[] = [];
	const refused: RefusedAgent[] = [];
	for (const agent of agents) {
		check(agent);
		const against = refusals(contact, agent);
		if (against.length > 0) refused.push({ id: agent.id, reasons: against });
		else ranked.push(rank(contact, agent));
	}
	ranked.sort((a, b) => Number(b.hasRoom) - Number(a.hasRoom) || b.score - a.score || byId(a, b));
	refused.sort(byId);
	return { ranked, refused };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function refusals({ skill, language }: RoutedContact, agent: RoutedAgent): RefusalReason[] {
	const reasons: RefusalReason[] = [];
	if (skill !== null && !agent.skills.has(skill)) reasons.push({ why: 'skill', skill });
	if (language !== null && agent.languages !== null && !agent.languages.includes(language))
		reasons.push({ why: 'language', language });
	if (agent.isMovedAway) reasons.push({ why: 'moved' });
	if (agent.state === null || !AT_WORK.has(agent.state)) reasons.push({ why: 'state', state: agent.state });
	return reasons;
}

function rank(contact: RoutedContact, agent: RoutedAgent): RankedAgent {
	const { id, load, state } = agent;
	// Whoever writes up or is being rung has no room, however few contacts are in hand, unless several are handled at once.
	const isFree = state === 'available' || (contact.size < 1 && state !== 'wrap');
	const hasRoom = isFree && load + contact.size <= 1 + ROUNDING;
	const parts = partsOf(contact, agent);
	let score = 0;
	for (const part of parts) score += WEIGHTS[part.part] * part.value;
	const expectedFreeSeconds = hasRoom ? 0 : agent.expectedFreeSeconds;
	const reasons: RankReason[] = parts.sort((a, b) => WEIGHTS[b.part] * b.value - WEIGHTS[a.part] * a.value);
	if (!hasRoom) {
		const value =
			expectedFreeSeconds === null
				? 0
				: 1 / (1 + expectedFreeSeconds / (contact.ahtSeconds ?? USUAL_AHT_SECONDS));
		score *= value;
		reasons.unshift({ part: 'wait', value, expectedFreeSeconds });
	}
	return { id, score, hasRoom, expectedFreeSeconds, reasons };
}

type Part = Extract<RankReason, { part: keyof typeof WEIGHTS }>;

function partsOf({ skill }: RoutedContact, agent: RoutedAgent): Part[] {
	const { load, idleSeconds, lastWithCustomer } = agent;
	const proficiency = skill === null ? null : agent.skills.get(skill)!;
	return [
		{ part: 'proficiency', value: proficiency ?? 1, skill, proficiency },
		{
			part: 'history',
			value: lastWithCustomer === null ? 0.5 : lastWithCustomer === 'good' ? 1 : 0,
			last: lastWithCustomer
		},
		{ part: 'load', value: 1 - load, load },
		{
			part: 'idle',
			value: idleSeconds === null ? 0 : idleSeconds / (idleSeconds + HALF_IDLE_SECONDS),
			idleSeconds
		}
	];
}

function check({ id, load, skills, idleSeconds, expectedFreeSeconds }: RoutedAgent): void {
	if (!(load >= 0 && load <= 1 + ROUNDING))
		throw new RangeError(`Ranking agents: load "${load}" of "${id}" must be from 0 to 1.`);
	for (const seconds of [idleSeconds, expectedFreeSeconds])
		if (seconds !== null && !(seconds >= 0))
			throw new RangeError(
				`Ranking agents: seconds "${seconds}" of "${id}" must be 0 or more, or not known.`
			);
	for (const [skill, proficiency] of skills)
		if (!(proficiency >= 0 && proficiency <= 1))
			throw new RangeError(
				`Ranking agents: proficiency "${proficiency}" of "${id}" in "${skill}" must be from 0 to 1.`
			);
}
