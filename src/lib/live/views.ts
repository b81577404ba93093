import { invalidate } from '$app/navigation';
import { resolve } from '$app/paths';

export interface View {
	id: string;
	name: string;
	address: string;
	isShared: boolean;
	isOwn: boolean;
	mayChange: boolean;
}

type Answer = { ok: true } | { ok: false; reason: string };

/** Writes to the kept views; the list itself comes with every page. */
async function send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Answer> {
	try {
		const response = await fetch(path, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {})
		});
		if (!response.ok) {
			const answer = (await response.json().catch(() => null)) as { error?: string } | null;
			return { ok: false, reason: answer?.error ?? String(response.status) };
		}
		await invalidate('marea:views');
		return { ok: true };
	} catch (error) {
		return { ok: false, reason: (error as Error).message };
	}
}

export const keepView = (view: Pick<View, 'name' | 'address' | 'isShared'>): Promise<Answer> =>
	send('POST', resolve('/views'), view);
export const changeView = (
	id: string,
	change: Partial<Pick<View, 'name' | 'address' | 'isShared'>>
): Promise<Answer> => send('PATCH', resolve('/views/[id]', { id }), change);
export const removeView = (id: string): Promise<Answer> => send('DELETE', resolve('/views/[id]', { id }));

/** The page as it is shown now; a view holds the address, and the address the whole view. */
export const shownAddress = (): string => location.pathname + location.search;
