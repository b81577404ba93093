import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
	url: string;
	/** Cuts every line that is open, and refuses new ones. */
	drop(): void;
	resume(): void;
	close(): void;
}

/** A line to a local server that can be cut. */
export async function tcpProxy(port: number): Promise<TcpProxy> {
	const open = new Set<Socket>();
	let isDown = false;
	const server = createServer((near) => {
		if (isDown) return void near.destroy();
		const far = connect(port, '127.0.0.1');
		for (const [one, other] of [
			[near, far],
			[far, near]
		] as const) {
			open.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				open.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const cut = () => {
		for (const socket of open) socket.destroy();
	};
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		drop: () => {
			isDown = true;
			cut();
		},
		resume: () => void (isDown = false),
		close: () => {
			cut();
			server.close();
		}
	};
}
