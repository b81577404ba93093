import { deserialize } from '$app/forms';

/** Sends a form's action by a button outside any form; what it answered, or why it was refused. */
export async function postAction<Answer>(
	action: string,
	fields: Record<string, string | readonly string[]> = {}
): Promise<{ ok: true; answer: Answer } | { ok: false; message: string }> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
	try {
		const response = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } });
		const result = deserialize(await response.text());
		if (result.type === 'success') return { ok: true, answer: result.data as Answer };
		if (result.type === 'failure') return { ok: false, message: String(result.data?.message ?? '') };
		return { ok: false, message: result.type === 'error' ? String(result.error?.message ?? '') : '' };
	} catch (error) {
		return { ok: false, message: (error as Error).message };
	}
}
