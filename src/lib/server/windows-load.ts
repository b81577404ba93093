import type { WindowsSnapshot } from '#lib/contracts/live.ts';
import { requireRight, scopeOf } from './access/index.ts';
import type { Actor } from './context.ts';
import { InvalidWindow, parseWindow, WindowFeed } from './live/index.ts';
import { runtime } from './runtime.ts';

/** The numbers of the window that a page's address asks for; an address that names none that can be counted shows the usual one. */
export function windowsLoad(actor: Actor | null, asked: string | null): WindowsSnapshot {
	requireRight(actor, 'live.view');
	const { centre, ctx } = runtime();
	const now = ctx.now();
	let window = parseWindow(null, now);
	try {
		window = parseWindow(asked, now);
	} catch (error) {
		if (!(error instanceof InvalidWindow)) throw error;
	}
	return new WindowFeed(centre.state, window, scopeOf(actor)).snapshot(now);
}
