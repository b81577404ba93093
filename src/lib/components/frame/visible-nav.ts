import type { NavItem } from './nav.ts';

/** The pages a person's rights open. */
export function visibleNav(items: readonly NavItem[], rights: readonly string[]): NavItem[] {
	return items.filter(
		({ right, unless }) =>
			(right === null || rights.includes(right)) && (unless === undefined || !rights.includes(unless))
	);
}
