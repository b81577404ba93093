/** Whether a rail item is the page at this path or one below it; the queues' pages belong to the floor. */
export function isCurrent(href: string, pathname: string): boolean {
	if (href === '/') return pathname === '/' || pathname.startsWith('/queues/');
	return pathname === href || pathname.startsWith(`${href}/`);
}
