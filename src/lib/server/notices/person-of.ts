import type { Actor } from '../context.ts';

/** Keys, kiosk links and the system are told nothing. */
export class NoPersonError extends Error {
	readonly status = 403;

	constructor() {
		super('Notices are told to people: sign in with an account of your own.');
		this.name = 'NoPersonError';
	}
}

/** The user behind an actor. */
export function personOf(actor: Pick<Actor, 'id'> | null): string {
	if (!actor?.id.startsWith('user:')) throw new NoPersonError();
	return actor.id.slice('user:'.length);
}
