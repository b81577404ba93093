import type { AgentRow, QueueRow } from '#lib/contracts/live.ts';
import type { RoutedAgent } from '#solver/routing/index.ts';
import type { Context } from '../context.ts';
import type { Floor, LiveState } from '../live/index.ts';
import type { CentreProfile } from './centre-profile.ts';
import { queueLanguage } from './centre-profile.ts';

/** Of a mean handle time, what is left at least to expect of a contact that has gone on for longer than that. */
const LEAST_LEFT = 0.25;
const USUAL_WRAP_SECONDS = 30;

/** Proficiency by agent and skill. */
export async function readProficiencies({ db }: Context): Promise<Map<string, Map<string, number>>> {
	const { rows } = await db.client.execute('SELECT agent_id, skill_id, proficiency FROM agent_skills');
	const byAgent = new Map<string, Map<string, number>>();
	for (const { agent_id, skill_id, proficiency } of rows) {
		const agent = String(agent_id);
		const skills = byAgent.get(agent) ?? new Map<string, number>();
		byAgent.set(agent, skills);
		skills.set(String(skill_id), Math.min(1, Math.max(0, Number(proficiency))));
	}
	return byAgent;
}

/** Every agent of the floor as the ranking takes them; the customer's history is put in by the caller. */
export function agentsNow(
	state: LiveState,
	floor: Pick<Floor, 'agents' | 'queues'>,
	wallMs: number,
	{ size, queue }: { size: number; queue: string | null },
	proficiencies: ReadonlyMap<string, ReadonlyMap<string, number>>,
	profile: CentreProfile,
	history: ReadonlyMap<string, 'good' | 'bad'>
): RoutedAgent[] {
	const queues = new Map(floor.queues.map((row) => [row.id, row]));
	const skillLanguages = languagesOfSkills(state, profile);
	return floor.agents.map((row) => {
		const skills = proficiencies.get(row.id) ?? new Map<string, number>();
		const nowMs = wallMs + row.clockOffsetMs;
		const inHand = row.contacts.map(({ queue, since }) => ({
			size: 1 / Math.max(1, state.queues.get(queue)?.config.concurrency ?? 1),
			left: leftSeconds(queues.get(queue), nowMs - since)
		}));
		const load = Math.min(
			1,
			inHand.reduce((sum, contact) => sum + contact.size, 0)
		);
		return {
			id: row.id,
			state: row.state,
			skills,
			languages: languagesOf(row.id, skills, profile, skillLanguages),
			load,
			idleSeconds:
				row.state === 'available' && row.since !== null ? Math.max(0, nowMs - row.since) / 1000 : null,
			expectedFreeSeconds: freeSeconds(row, inHand, load, size, nowMs, queues),
			lastWithCustomer: history.get(row.id) ?? null,
			isMovedAway: queue !== null && row.assigned !== null && !row.assigned.includes(queue)
		};
	});
}

/** What is left to expect of a contact: its queue's mean handle time of today less what has passed. */
function leftSeconds(queue: QueueRow | undefined, passedMs: number): number | null {
	const aht = queue?.today.ahtSeconds ?? null;
	return aht === null ? null : Math.max(aht - passedMs / 1000, LEAST_LEFT * aht);
}

function freeSeconds(
	row: AgentRow,
	inHand: { size: number; left: number | null }[],
	load: number,
	size: number,
	nowMs: number,
	queues: ReadonlyMap<string, QueueRow>
): number | null {
	if (row.state === 'available' && load + size <= 1 + 1e-9) return 0;
	if (inHand.length === 0) {
		if (row.state !== 'wrap' || row.since === null) return null;
		let wrap = 0;
		let count = 0;
		for (const { today } of queues.values())
			if (today.wrapSeconds !== null) {
				wrap += today.wrapSeconds;
				count++;
			}
		const mean = count > 0 ? wrap / count : USUAL_WRAP_SECONDS;
		return Math.max(mean - (nowMs - row.since) / 1000, LEAST_LEFT * mean);
	}
	if (inHand.some(({ left }) => left === null)) return null;
	let taken = load;
	for (const contact of [...inHand].sort((a, b) => a.left! - b.left!)) {
		taken -= contact.size;
		if (taken + size <= 1 + 1e-9) return contact.left;
	}
	return null;
}

function languagesOfSkills(state: LiveState, profile: CentreProfile): Map<string, Set<string>> {
	const bySkill = new Map<string, Set<string>>();
	for (const { id, skillId } of state.config.queues) {
		const language = skillId === null ? null : queueLanguage(profile, id);
		if (skillId === null || language === null) continue;
		const languages = bySkill.get(skillId) ?? new Set<string>();
		bySkill.set(skillId, languages.add(language));
	}
	return bySkill;
}

/** Those of the queues that an agent is skilled for, and those in which the agent has answered. */
function languagesOf(
	agent: string,
	skills: ReadonlyMap<string, number>,
	profile: CentreProfile,
	skillLanguages: ReadonlyMap<string, ReadonlySet<string>>
): string[] | null {
	const languages = new Set(profile.languages.get(agent));
	for (const skill of skills.keys())
		for (const language of skillLanguages.get(skill) ?? []) languages.add(language);
	return languages.size > 0 ? [...languages] : null;
}
