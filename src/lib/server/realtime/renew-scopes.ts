import type { NamedScope } from '#lib/contracts/scope.ts';
import { resolveScope } from '../access/index.ts';
import type { Context, Scope } from '../context.ts';
import type { Hub } from './attach-realtime.ts';

/** Gives sockets of a part of the centre the queues and people that it has now; those whose part has not changed keep theirs. */
export async function renewScopes(ctx: Context, hub: Hub): Promise<void> {
	for (const { data } of hub.sockets.sockets.values()) {
		const { scope } = data.actor;
		if (!scope) continue;
		const now = await resolveScope(ctx, JSON.parse(scope.key) as NamedScope);
		if (now && !isSame(now, scope)) data.actor = { ...data.actor, scope: now };
	}
}

const isSame = (a: Scope, b: Scope): boolean =>
	a === b ||
	(['queues', 'ledQueues', 'agents', 'ledAgents'] as const).every(
		(of) => a[of].size === b[of].size && [...a[of]].every((id) => b[of].has(id))
	);
