import type { AgentState } from '#lib/contracts/terms.ts';
import { m } from '#lib/paraglide/messages.js';

/** An agent's state in the reader's language; null: no source has said. */
export const stateName = (state: AgentState | 'unknown' | null): string =>
	({
		available: m.agent_state_available,
		offered: m.agent_state_offered,
		handling: m.agent_state_handling,
		wrap: m.agent_state_wrap,
		break: m.agent_state_break,
		lunch: m.agent_state_lunch,
		training: m.agent_state_training,
		meeting: m.agent_state_meeting,
		offline: m.agent_state_offline,
		unknown: m.common_unknown
	})[state ?? 'unknown']();
