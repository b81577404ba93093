import type { Actor } from '../context.ts';
import type { SessionUser } from './session-user.ts';

/** The signed-in person as the one who acts. */
export function actorOf(
	user: Pick<SessionUser, 'id' | 'role' | 'agentId'> & Pick<Actor, 'rights' | 'scope'>
): Actor {
	return {
		id: `user:${user.id}`,
		role: user.role,
		agentId: user.agentId,
		rights: user.rights,
		scope: user.scope
	};
}
