import { COMMAND_ANSWERS, type CommandPayloads, type CommandRow } from '#lib/contracts/commands.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format-count.ts';
import { intentName } from './intent-name.ts';

/** Names by id, for the words of a command. */
export interface CommandNames {
	agent: (id: string) => string;
	queue: (id: string) => string;
	state: (state: string) => string;
}

/** What was asked for, without whom it is about: "State: Break". */
export function commandSentence(
	{ kind, payload }: Pick<CommandRow, 'kind' | 'payload'>,
	names: CommandNames
): string {
	switch (kind) {
		case 'agent.state': {
			const { state } = payload as CommandPayloads['agent.state'];
			return m.act_said_state({ state: names.state(state) });
		}
		case 'agent.queues': {
			const { queues } = payload as CommandPayloads['agent.queues'];
			return queues.length === 0
				? m.act_said_no_queues()
				: m.act_said_queues({ queues: queues.map(names.queue).join(', ') });
		}
		case 'queue.priority': {
			const { priority } = payload as CommandPayloads['queue.priority'];
			return m.act_said_priority({ priority });
		}
		case 'queue.callback':
			return m.act_said_callback({ count: (payload as CommandPayloads['queue.callback']).contacts });
		case 'queue.bot': {
			const { contacts, intent } = payload as CommandPayloads['queue.bot'];
			return m.act_said_bot({ count: formatCount(contacts), intent: intentName(intent) });
		}
		case 'contact.transfer': {
			const { queue, agent } = payload as CommandPayloads['contact.transfer'];
			return m.act_said_transfer({ to: queue === undefined ? names.agent(agent!) : names.queue(queue) });
		}
		case 'help.ask':
			return m.act_said_help({ text: (payload as CommandPayloads['help.ask']).text });
		case 'note.leave':
			return m.act_said_note({ text: (payload as CommandPayloads['note.leave']).text });
	}
}

/** Whom or what a command is about. */
export function commandSubject({ subject }: Pick<CommandRow, 'subject'>, names: CommandNames): string {
	const at = subject.indexOf(':');
	if (at < 0) return m.act_whole_site();
	const id = subject.slice(at + 1);
	const kind = subject.slice(0, at);
	return kind === 'agent' ? names.agent(id) : kind === 'queue' ? names.queue(id) : m.act_contact({ id });
}

const ANSWERS: Record<(typeof COMMAND_ANSWERS)[number], () => string> = {
	'after-contact': m.act_answer_after_contact,
	'off-duty': m.act_answer_off_duty,
	'on-lunch': m.act_answer_on_lunch,
	'by-contacts-only': m.act_answer_by_contacts_only,
	'no-skill': m.act_answer_no_skill,
	'contact-over': m.act_answer_contact_over,
	'unknown-name': m.act_answer_unknown_name,
	'not-supported': m.act_answer_not_supported
};

/** What the telephony side said: its agreed words in the reader's language, anything else as it came. */
export const commandAnswer = (answer: string | null): string | null =>
	answer === null ? null : (ANSWERS[answer as keyof typeof ANSWERS]?.() ?? answer);

export const commandStateName = ({ state, kind }: Pick<CommandRow, 'state' | 'kind'>): string =>
	kind === 'note.leave'
		? m.act_state_kept()
		: {
				requested: m.act_state_requested(),
				confirmed: m.act_state_confirmed(),
				refused: m.act_state_refused(),
				expired: m.act_state_expired()
			}[state];
