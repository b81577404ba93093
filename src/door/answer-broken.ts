import type { Socket } from 'node:net';

const ANSWERS: Record<string, string> = {
	HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
	HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
	ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout'
};
/** What is still coming is let go by for so long. */
const LINGER_MS = 1_000;
const answered = new WeakSet<Socket>();

/**
 * Answers what the parser could make nothing of. Unlike Node's own answer, which closes at once, the line is left open a
 * moment: closed upon a body that is still coming it would be reset, and the sender would not hear why.
 */
export function answerBroken(error: NodeJS.ErrnoException, socket: Socket): void {
	// Each further piece of the same line is as broken.
	if (answered.has(socket)) return;
	answered.add(socket);
	const { _httpMessage: begun } = socket as Socket & { _httpMessage?: { headersSent: boolean } };
	if (error.code === 'ECONNRESET' || !socket.writable || begun?.headersSent) return void socket.destroy();
	const status = ANSWERS[error.code ?? ''] ?? '400 Bad Request';
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
	socket.resume();
	setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
