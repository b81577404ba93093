/** The request's body was longer than its route takes. */
export class BodyTooLarge extends Error {
	readonly status = 413;
}

/** Reads a text body and stops at the limit, without holding more than that in memory. */
export async function readBody(request: Request, limitBytes: number): Promise<string> {
	const tooLarge = (): BodyTooLarge =>
		new BodyTooLarge(
			`The body is larger than ${Math.floor(limitBytes / 1_000_000)} MB: send it in smaller parts.`
		);
	if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge();
	const decoder = new TextDecoder('utf-8', { fatal: false });
	let text = '';
	let bytes = 0;
	for await (const chunk of request.body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > limitBytes) throw tooLarge();
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}
