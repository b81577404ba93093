import { BodyTooLarge } from '#lib/server/read-body.ts';

/** Reads a body as it came (its encoding is told by its bytes) and stops at the limit. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
	const tooLarge = () =>
		new BodyTooLarge(
			`The file is larger than ${Math.floor(limitBytes / 1_000_000)} MB: split it by dates and send the parts.`
		);
	if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of request.body ?? []) {
		length += chunk.byteLength;
		if (length > limitBytes) throw tooLarge();
		chunks.push(chunk);
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.byteLength;
	}
	return bytes;
}
