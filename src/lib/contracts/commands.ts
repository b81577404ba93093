import type { AgentState } from './terms.ts';

/** What a supervisor can ask of the telephony side, with what each carries. */
export interface CommandPayloads {
	'agent.state': { agent: string; state: AgentState };
	/** The queues that the agent serves from now on, all of them. */
	'agent.queues': { agent: string; queues: string[] };
	'queue.priority': { queue: string; priority: number };
	'contact.transfer': { contact: string; queue?: string; agent?: string };
	'help.ask': { agent?: string; queue?: string; contact?: string; text: string };
}
export const COMMANDS = [
	'agent.state',
	'agent.queues',
	'queue.priority',
	'contact.transfer',
	'help.ask'
] as const satisfies (keyof CommandPayloads)[];
export type CommandKind = (typeof COMMANDS)[number];

export type CommandState = 'requested' | 'confirmed' | 'refused' | 'expired';

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
	requestedAt: number;
	answeredAt: number | null;
	expiresAt: number;
}
