import type { Actor } from '../context.ts';
import { currentOrigin, type Origin } from '../origin.ts';

const BY_ITSELF: Origin = { channel: 'system', address: null, requestId: null };

/** From where an actor's write comes. What the server does by itself is its own, even where a request set it going. */
export function originOf(actor: Pick<Actor, 'id'>): Origin {
	const origin = currentOrigin() ?? BY_ITSELF;
	return actor.id === 'system' && origin.channel !== 'cli' ? BY_ITSELF : origin;
}
