import { scopeOf } from '../access/index.ts';
import type { Actor } from '../context.ts';

/** The queues that a board of these shows the actor: none named stands for all that are seen. */
export function queuesSeen(actor: Pick<Actor, 'scope'>, chosen: readonly string[]): readonly string[] {
	const scope = scopeOf(actor);
	if (!scope) return chosen;
	return chosen.length === 0 ? [...scope.queues] : chosen.filter((id) => scope.queues.has(id));
}
