import { redirect, type Cookies } from '@sveltejs/kit';
import { requireRight, scopeOf } from '#lib/server/access/index.ts';
import { BOARD_SECONDS, openKiosk, queuesSeen, readBoard, type Board } from '#lib/server/kiosks/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

const LOCALE_COOKIE = 'PARAGLIDE_LOCALE';
/** Set once the language has been asked for: a browser that keeps no cookies is not sent round for ever. */
const ASKED = 'as';

/** A wallboard: of a kiosk link with its token, else of the account, by the address. */
export const load: PageServerLoad = async ({ locals, url, cookies, setHeaders }) => {
	const { ctx, centre } = runtime();
	setHeaders({ 'cache-control': 'no-store' });
	const token = url.searchParams.get('token');
	if (token === null) {
		requireRight(locals.actor, 'live.view');
		const board = boardOf(url);
		locals.theme = board.theme;
		const queues = queuesSeen(locals.actor!, board.queues);
		return { numbers: readBoard(centre, queues, scopeOf(locals.actor) !== null), board, token };
	}
	const kiosk = await openKiosk(ctx, token);
	locals.theme = kiosk?.board.theme ?? 'dark';
	if (!kiosk) return { numbers: null, board: boardOf(url), token };
	speak(kiosk.board.locale, url, cookies);
	return { numbers: readBoard(centre, kiosk.board.queues, kiosk.board.within), board: kiosk.board, token };
};

function boardOf({ searchParams }: URL): Omit<Board, 'locale' | 'within'> {
	const seconds = Number(searchParams.get('seconds') ?? BOARD_SECONDS.usual);
	return {
		queues: (searchParams.get('queues') ?? '').split(',').filter(Boolean).slice(0, 200),
		seconds: Number.isFinite(seconds)
			? Math.min(BOARD_SECONDS.max, Math.max(BOARD_SECONDS.min, Math.round(seconds)))
			: BOARD_SECONDS.usual,
		theme: searchParams.get('theme') === 'light' ? 'light' : 'dark'
	};
}

/** The screen has nobody who would choose a language: the link has one. */
function speak(locale: string, url: URL, cookies: Cookies): void {
	if (cookies.get(LOCALE_COOKIE) === locale || url.searchParams.get(ASKED) === locale) return;
	cookies.set(LOCALE_COOKIE, locale, { path: '/', httpOnly: false, secure: false, maxAge: 31_536_000 });
	const again = new URL(url);
	again.searchParams.set(ASKED, locale);
	redirect(303, again.pathname + again.search);
}
