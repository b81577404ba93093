import type { NamedScope } from '#lib/contracts/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Places } from './places.ts';

/** "Norte, Ventas" of a part of the centre, or that it is all of it. */
export function scopeText(scope: NamedScope | null, places: Places): string {
	if (!scope) return m.access_scope_whole();
	return (['sites', 'teams', 'queues'] as const)
		.flatMap((of) => scope[of].map((id) => places[of].find((place) => place.id === id)?.name ?? id))
		.join(', ');
}
