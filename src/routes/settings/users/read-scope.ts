import type { NamedScope } from '#lib/contracts/scope.ts';

/** What the boxes of ScopeFields say. */
export function readScope(form: FormData, name = ''): NamedScope {
	const ids = (of: string) => form.getAll(name + of).filter((value) => typeof value === 'string');
	return { sites: ids('sites'), teams: ids('teams'), queues: ids('queues') };
}
