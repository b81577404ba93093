import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#lib/contracts/live.ts';
import { actorOf, sessionOf } from '../access/index.ts';
import type { Actor } from '../context.ts';
import { runtime } from '../runtime.ts';
import { serveAlerts } from './serve-alerts.ts';
import { serveCommands } from './serve-commands.ts';
import { serveFloor } from './serve-floor.ts';
import { serveJobs } from './serve-jobs.ts';
import { serveOwn } from './serve-own.ts';
import { serveNeeds } from './serve-needs.ts';

export interface SocketData {
	actor: Actor;
}
export type Hub = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** A page of another origin may not open a socket with this one's cookie. */
function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
	if (!origin) return true;
	try {
		return new URL(origin).host === host;
	} catch {
		return false;
	}
}

/** A session that has ended or lost a right loses its socket within this. */
const RECHECK_MS = 20_000;

const userOf = (cookie: string | undefined) =>
	sessionOf(runtime().ctx, new Headers(cookie ? { cookie } : {}));

async function dropRevoked(hub: Hub): Promise<void> {
	for (const socket of hub.sockets.sockets.values()) {
		const user = await userOf(socket.handshake.headers.cookie);
		if (!user || user.role !== socket.data.actor.role) socket.disconnect(true);
	}
}

/** Puts the realtime hub on an http server; returns how to take it off. */
export function attachRealtime(server: HttpServer): () => Promise<void> {
	const hub: Hub = new Server(server, {
		serveClient: false,
		maxHttpBufferSize: 100_000,
		// In development the same server carries Vite's own socket.
		destroyUpgrade: process.env.NODE_ENV === 'production',
		allowRequest: ({ headers }, answer) => answer(null, isSameOrigin(headers.origin, headers.host))
	});
	hub.use(async (socket, next) => {
		try {
			const user = await userOf(socket.handshake.headers.cookie);
			if (!user) return next(new Error('Sign in first.'));
			socket.data.actor = actorOf(user);
			next();
		} catch (error) {
			next(error as Error);
		}
	});
	const stops = [
		serveFloor(hub),
		serveJobs(hub),
		serveAlerts(hub),
		serveOwn(hub),
		serveNeeds(hub),
		serveCommands(hub)
	];
	const checking = setInterval(() => void dropRevoked(hub), RECHECK_MS);
	return async () => {
		clearInterval(checking);
		for (const stop of stops) stop();
		await hub.close();
	};
}
