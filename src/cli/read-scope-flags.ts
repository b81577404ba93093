import type { NamedScope } from '#lib/contracts/scope.ts';

/** `--sites a,b --teams c --queues d` as the part of the centre that they name; null without any. */
export function readScopeFlags(flags: Partial<Record<keyof NamedScope, string>>): NamedScope | null {
	const ids = (text: string | undefined) =>
		(text ?? '')
			.split(',')
			.map((id) => id.trim())
			.filter(Boolean);
	const scope = { sites: ids(flags.sites), teams: ids(flags.teams), queues: ids(flags.queues) };
	return scope.sites.length + scope.teams.length + scope.queues.length > 0 ? scope : null;
}
