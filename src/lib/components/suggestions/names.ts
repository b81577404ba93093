import type { SuggestionKind, SuggestionState } from '#lib/contracts/suggestions.ts';
import { intentName } from '#lib/format/intent-name.ts';
import { m } from '#lib/paraglide/messages.js';

export const kindName = (kind: SuggestionKind): string =>
	({ route: m.suggest_kind_route, escalate: m.suggest_kind_escalate, answer: m.suggest_kind_answer })[kind]();

const RULES: Record<string, () => string> = {
	offer: m.suggest_rule_offer,
	wait: m.suggest_rule_wait,
	request: m.suggest_rule_request,
	cue: m.suggest_rule_cue,
	intent: m.suggest_rule_intent,
	'failed-turns': m.suggest_rule_failed,
	mood: m.suggest_rule_mood,
	fall: m.suggest_rule_fall,
	value: m.suggest_rule_value
};
export const ruleName = (rule: string): string => RULES[rule]?.() ?? intentName(rule);

export const stateName = (state: SuggestionState): string =>
	({
		open: m.suggest_state_open,
		superseded: m.suggest_state_superseded,
		closed: m.suggest_state_closed,
		settled: m.suggest_state_settled
	})[state]();
