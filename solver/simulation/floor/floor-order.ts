import type { AgentState } from '../event.ts';

/** What a floor can be told to do, each at an instant. */
export type FloorOrder = { id: string; atMs: number } & (
	| { kind: 'agent.state'; agent: string; state: AgentState }
	/** All the queues that the agent serves from now on. */
	| { kind: 'agent.queues'; agent: string; queues: readonly string[] }
	| { kind: 'queue.priority'; queue: string; priority: number }
	/** Offered to the line until so many have taken it, or until then; called back between `from` and `to`. Instants in RFC 3339. */
	| { kind: 'queue.callback'; queue: string; contacts: number; until: string; from: string; to: string }
	| { kind: 'queue.bot'; queue: string; intent: string; contacts: number; until: string }
	| { kind: 'contact.transfer'; contact: string; queue?: string; agent?: string }
	/** Taken note of. */
	| { kind: 'help.ask' }
);

/** What a person should know of an answer; the reasons of refusals and the conditions of consent. */
export type OrderAnswer =
	| 'after-contact'
	| 'off-duty'
	| 'on-lunch'
	| 'by-contacts-only'
	| 'no-skill'
	| 'contact-over'
	| 'unknown-name'
	| 'not-supported';
