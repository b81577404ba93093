/** The request's body was longer than its route takes. */
export class BodyTooLarge extends Error {
	readonly status = 413;
}

const inMegabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

/**
 * Hands over a body's bytes as they come and stops at the limit. The rest is left unread and the stream uncancelled: cancelling it
 * ends the connection before the answer is through.
 */
async function eachChunk(
	request: Request,
	limitBytes: number,
	otherwise: string,
	take: (chunk: Uint8Array) => void
): Promise<void> {
	if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw new BodyTooLarge(otherwise);
	const reader = request.body?.getReader();
	let bytes = 0;
	while (reader) {
		const { done, value } = await reader.read();
		if (done) return;
		bytes += value.byteLength;
		if (bytes > limitBytes) throw new BodyTooLarge(otherwise);
		take(value);
	}
}

/** Reads a text body, without holding more than the limit in memory. */
export async function readBody(request: Request, limitBytes: number): Promise<string> {
	const decoder = new TextDecoder('utf-8', { fatal: false });
	let text = '';
	const otherwise = `The body is larger than ${inMegabytes(limitBytes)} MB: send it in smaller parts.`;
	await eachChunk(
		request,
		limitBytes,
		otherwise,
		(chunk) => (text += decoder.decode(chunk, { stream: true }))
	);
	return text + decoder.decode();
}

/** Reads a file's body as it came: its encoding is told by its bytes. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	const otherwise = `The file is larger than ${inMegabytes(limitBytes)} MB: split it by dates and send the parts.`;
	await eachChunk(request, limitBytes, otherwise, (chunk) => chunks.push(chunk));
	return Buffer.concat(chunks);
}
