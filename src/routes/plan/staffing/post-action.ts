import { deserialize } from '$app/forms';

/** Posts to an action of this page; the reason where it was refused, else null. */
export async function postAction(action: string, fields: Record<string, string>): Promise<string | null> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const response = await fetch(`?/${action}`, {
		method: 'POST',
		body,
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
	});
	const result = deserialize(await response.text());
	return result.type === 'success'
		? null
		: result.type === 'failure'
			? String(result.data?.message ?? '')
			: response.statusText;
}
