/** The address of the page with some of its query changed; null takes a part away. */
export function withParams(
	{ pathname, search }: Pick<Location, 'pathname' | 'search'>,
	changes: Record<string, string | null>
): string {
	const query = new URLSearchParams(search);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) query.delete(name);
		else query.set(name, value);
	}
	const text = query.toString();
	return text ? `${pathname}?${text}` : pathname;
}
