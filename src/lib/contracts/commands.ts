import type { AgentState } from './terms.ts';

/** The type of the event that tells the telephony side of a command. */
export const COMMAND_REQUESTED = 'marea.command.requested';

/** What a supervisor can ask of the telephony side, with what each carries. */
export interface CommandPayloads {
	'agent.state': { agent: string; state: AgentState };
	/** The queues that the agent serves from now on, all of them. */
	'agent.queues': { agent: string; queues: string[] };
	'queue.priority': { queue: string; priority: number };
	/**
	 * Those who wait in the queue, the longest waiting first, and those who come are offered to be called back, until so
	 * many have taken it or until then; they are called between `from` and `to`. Instants are RFC 3339.
	 */
	'queue.callback': { queue: string; contacts: number; until: string; from: string; to: string };
	/** Those who wait for this reason, and those who come for it, are offered the bot, and keep their place meanwhile. */
	'queue.bot': { queue: string; intent: string; contacts: number; until: string };
	'contact.transfer': { contact: string; queue?: string; agent?: string };
	'help.ask': { agent?: string; queue?: string; contact?: string; text: string };
	/** Asks nothing: told to the other side, and kept. */
	'note.leave': { agent?: string; queue?: string; contact?: string; text: string };
}
export const COMMANDS = [
	'agent.state',
	'agent.queues',
	'queue.priority',
	'queue.callback',
	'queue.bot',
	'contact.transfer',
	'help.ask',
	'note.leave'
] as const satisfies (keyof CommandPayloads)[];
export type CommandKind = (typeof COMMANDS)[number];

export const COMMAND_STATES = ['requested', 'confirmed', 'refused', 'expired'] as const;
export type CommandState = (typeof COMMAND_STATES)[number];

/** How it was when the action was asked for, as far as was known: what its opposite asks for. */
export interface CommandBefore {
	state?: AgentState;
	queues?: string[];
	priority?: number;
}

export interface CommandRow<K extends CommandKind = CommandKind> {
	id: string;
	kind: K;
	subject: string;
	payload: CommandPayloads[K];
	reason: string | null;
	origin: string;
	state: CommandState;
	/** What the telephony side said. */
	answer: string | null;
	requestedBy: string;
	/** Of the user or the key; null for nobody that is still known. */
	requestedByName: string | null;
	before: CommandBefore | null;
	requestedAt: number;
	answeredAt: number | null;
	expiresAt: number;
}

/** The API's answer: nothing has been carried out yet. */
export interface CommandAnswer {
	commands: CommandRow[];
	/** Those that cannot be asked for, by their place in the list that was sent. */
	rejected: { index: number; error: string }[];
}

/**
 * Words that an answer may be instead of free text: they are shown in the reader's language.
 * `after-contact` is a condition of consent, the others are reasons of a refusal.
 */
export const COMMAND_ANSWERS = [
	'after-contact',
	'off-duty',
	'on-lunch',
	'by-contacts-only',
	'no-skill',
	'contact-over',
	'unknown-name',
	'not-supported'
] as const;

/** The one command that takes this one back; null where there is none. */
export function oppositeOf(row: CommandRow): { kind: CommandKind; payload: object } | null {
	const { kind, payload, before } = row as CommandRow;
	if (!before || (row.state !== 'requested' && row.state !== 'confirmed')) return null;
	if (kind === 'agent.state' && before.state !== undefined)
		return { kind, payload: { agent: (payload as { agent: string }).agent, state: before.state } };
	if (kind === 'agent.queues' && before.queues !== undefined)
		return { kind, payload: { agent: (payload as { agent: string }).agent, queues: before.queues } };
	if (kind === 'queue.priority' && before.priority !== undefined)
		return { kind, payload: { queue: (payload as { queue: string }).queue, priority: before.priority } };
	return null;
}
