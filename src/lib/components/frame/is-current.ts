/**
 * Whether a rail item is the page at this path or one below it; the queues' pages belong to the floor. Of two items
 * of which one lies below the other, the nearer one is.
 */
export function isCurrent(href: string, pathname: string, items: readonly { href: string }[] = []): boolean {
	if (href === '/') return pathname === '/' || pathname.startsWith('/queues/');
	const isAt = (at: string) => pathname === at || pathname.startsWith(`${at}/`);
	return isAt(href) && !items.some((other) => other.href.startsWith(`${href}/`) && isAt(other.href));
}
