import type { ImportHistoryResult } from '#lib/server/history/index.ts';

export type SendOutcome = ImportHistoryResult | { status: 'failed'; reason: string | null };

/** Sends a file as it is; a network that fails is an outcome, so that the form can stand as it was. */
export async function sendHistory(
	address: string,
	file: File,
	fields: { timeZone: string; queue: string; dateOrder: string },
	signal: AbortSignal
): Promise<SendOutcome> {
	const search = new URLSearchParams({ fileName: file.name, ...fields });
	try {
		const response = await fetch(`${address}?${search}`, {
			method: 'POST',
			headers: { 'content-type': 'text/csv' },
			body: file,
			signal
		});
		const answer = (await response.json()) as ImportHistoryResult | { error: string };
		return 'status' in answer ? answer : { status: 'failed', reason: answer.error };
	} catch {
		return { status: 'failed', reason: null };
	}
}
