import { connect, type Socket } from 'node:net';

export interface RawAnswer {
	/** 0 when the other side closed without a word. */
	status: number;
	text: string;
}

/** Sends bytes as they are and resolves with what came until the other side closed, or the time was over. */
export function rawHttp(port: number, bytes: string | Buffer, limitMs = 5_000): Promise<RawAnswer> {
	return new Promise((done) => {
		let text = '';
		const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
		const end = (): void => {
			clearTimeout(timer);
			socket.destroy();
			done({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
		};
		const timer = setTimeout(end, limitMs);
		socket.on('data', (chunk: Buffer) => {
			text += chunk.toString('latin1');
			if (/\r\n\r\n/.test(text)) end();
		});
		socket.on('error', end);
		socket.on('close', end);
	});
}

/** Opens a connection and leaves it to the caller. */
export function openRaw(port: number): Promise<Socket> {
	return new Promise((done, fail) => {
		const socket = connect(port, '127.0.0.1', () => {
			socket.off('error', fail);
			socket.on('error', () => undefined);
			done(socket);
		});
		socket.once('error', fail);
	});
}
