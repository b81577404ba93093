import { createHash } from 'node:crypto';
import { ERASED_WORDS } from './pseudonym.ts';

/** By which an erased agent is known again; never the same as a customer's of the same id. */
export const agentHash = (agent: string): string =>
	createHash('sha256').update(`agent\n${agent}`).digest('hex');

/** What an agent goes by. */
export interface AgentNames {
	id: string;
	name: string;
	/** Of the profile and of the account. */
	emails: string[];
}

/** Shorter names are replaced only where they stand alone: within words they would hit others. */
const SHORTEST_WITHIN = 4;

/** A stored value with everything that names the agent replaced, in keys of objects too. */
export function withoutAgent(value: unknown, names: AgentNames, pseudonym: string): unknown {
	if (typeof value === 'string') return replaced(value, names, pseudonym);
	if (Array.isArray(value)) return value.map((one) => withoutAgent(one, names, pseudonym));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key === names.id ? pseudonym : key,
			withoutAgent(one, names, pseudonym)
		])
	);
}

function replaced(text: string, { id, name, emails }: AgentNames, pseudonym: string): string {
	if (text === id || text === name) return pseudonym;
	if (text === `agent:${id}`) return `agent:${pseudonym}`;
	let left = text;
	for (const email of emails) left = left.replaceAll(email, ERASED_WORDS);
	return name.length >= SHORTEST_WITHIN ? left.replaceAll(name, pseudonym) : left;
}
