import type { RankReason, RefusalReason } from '#lib/contracts/handoff.ts';
import type { AgentState } from '#lib/contracts/terms.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { formatDuration } from './format-duration.ts';
import { formatPercent } from './format-percent.ts';
import { intentName } from './intent-name.ts';

/** What part of an agent's rank is made of, in words. */
export function rankSentence(reason: RankReason, queue: string | null, locale?: Locale): string {
	const at = { locale };
	switch (reason.part) {
		case 'proficiency':
			if (reason.proficiency === null) return m.route_no_skill_asked({}, at);
			return m.route_proficiency(
				{ share: formatPercent(reason.proficiency, { locale }), queue: queue ?? reason.skill ?? '' },
				at
			);
		case 'history':
			if (reason.last === null) return m.route_history_none({}, at);
			return reason.last === 'good' ? m.route_history_good({}, at) : m.route_history_bad({}, at);
		case 'load':
			return reason.load === 0
				? m.route_load_none({}, at)
				: m.route_load({ share: formatPercent(reason.load, { locale }) }, at);
		case 'idle':
			return reason.idleSeconds === null
				? m.route_idle_not({}, at)
				: m.route_idle({ time: formatDuration(reason.idleSeconds) }, at);
		case 'wait':
			return reason.expectedFreeSeconds === null
				? m.route_wait_unknown({}, at)
				: m.route_wait({ time: formatDuration(reason.expectedFreeSeconds) }, at);
	}
}

const STATES: Record<AgentState, (inputs: object, options: { locale?: Locale }) => string> = {
	available: m.agent_state_available,
	offered: m.agent_state_offered,
	handling: m.agent_state_handling,
	wrap: m.agent_state_wrap,
	break: m.agent_state_break,
	lunch: m.agent_state_lunch,
	training: m.agent_state_training,
	meeting: m.agent_state_meeting,
	offline: m.agent_state_offline
};

/** Why an agent should not take a contact. */
export function refusalSentence(reason: RefusalReason, queue: string | null, locale?: Locale): string {
	const at = { locale };
	switch (reason.why) {
		case 'skill':
			return m.route_no_skill({ queue: queue ?? reason.skill }, at);
		case 'language':
			return m.route_no_language({ language: reason.language.toUpperCase() }, at);
		case 'moved':
			return m.route_moved({ queue: queue ?? '' }, at);
		case 'state': {
			const name = STATES[reason.state as AgentState]?.({}, at);
			return name === undefined ? m.route_no_state({}, at) : m.route_state({ state: name }, at);
		}
	}
}

/** Why this queue. */
export function queueSentence(
	{ queue, why }: { queue: { name: string }; why: 'asked' | 'contact' | 'profile' | 'only' },
	{ language, intent }: { language: string | null; intent: string | null },
	locale?: Locale
): string {
	const at = { locale };
	const name = { queue: queue.name };
	if (why === 'asked') return m.route_queue_asked(name, at);
	if (why === 'contact') return m.route_queue_contact(name, at);
	if (why === 'only') return m.route_queue_only(name, at);
	const what = [intent && intentName(intent, locale), language?.toUpperCase()].filter(Boolean).join(', ');
	return what ? m.route_queue_profile({ ...name, what }, at) : m.route_queue_most(name, at);
}

export type Suggested =
	| { kind: 'offer'; agent: string }
	| { kind: 'wait'; agent: string; expectedFreeSeconds: number | null }
	| { kind: 'bot' }
	| { kind: 'nobody' };

/** What to do with the contact now. */
export function suggestionSentence(suggested: Suggested, name: string | null, locale?: Locale): string {
	const at = { locale };
	const agent = name ?? '';
	switch (suggested.kind) {
		case 'offer':
			return m.route_suggest_offer({ agent }, at);
		case 'wait':
			return suggested.expectedFreeSeconds === null
				? m.route_suggest_wait({ agent }, at)
				: m.route_suggest_wait_for({ agent, time: formatDuration(suggested.expectedFreeSeconds) }, at);
		case 'bot':
			return m.route_suggest_bot({}, at);
		case 'nobody':
			return m.route_suggest_nobody({}, at);
	}
}
