interface Line {
	writeBuffer?: unknown[];
	transport?: { socket?: { bufferedAmount?: number } };
}

/** What has been sent to a socket and not yet left: unknown sizes (long polling) count as a kilobyte each. */
export function backlogBytes({ conn }: { conn: unknown }): number {
	const { transport, writeBuffer } = conn as Line;
	return (transport?.socket?.bufferedAmount ?? 0) + (writeBuffer?.length ?? 0) * 1_000;
}
