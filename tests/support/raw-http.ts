import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

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

/**
 * As a sender on a slow line: goes on with the body for a while after the other side has answered, and only then reads.
 * A line that was closed upon it is reset by then, and the answer lost: status 0.
 */
export async function answerAfterBody(port: number, head: string): Promise<RawAnswer> {
	const socket = await openRaw(port);
	let text = '';
	socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
	socket.pause();
	socket.write(head);
	for (let n = 0; n < 3; n++) {
		// There is no sign of the other side's close before something is sent.
		await wait(80);
		socket.write('b'.repeat(10_000));
	}
	const heard = Promise.race([once(socket, 'data'), once(socket, 'close'), wait(2_000)]);
	socket.resume();
	await heard.catch(() => undefined);
	socket.destroy();
	return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
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
