import type { HandoffCard } from '#lib/contracts/handoff.ts';
import { m } from '#lib/paraglide/messages.js';

/** Who has the contact now. */
export function stageText({ stage, agent }: Pick<HandoffCard, 'stage' | 'agent'>): string {
	if (stage === 'person')
		return agent ? m.handoff_stage_person({ agent: agent.name }) : m.handoff_stage_someone();
	return { bot: m.handoff_stage_bot, waiting: m.handoff_stage_waiting, over: m.handoff_stage_over }[stage]();
}
