import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#lib/contracts/live.ts';
import { actorOf, sessionOf } from '../access/index.ts';
import type { Actor } from '../context.ts';
import { openKiosk, type Kiosk } from '../kiosks/index.ts';
import { runtime } from '../runtime.ts';
import { serveAlerts } from './serve-alerts.ts';
import { serveBoard } from './serve-board.ts';
import { serveCommands } from './serve-commands.ts';
import { serveFloor } from './serve-floor.ts';
import { serveJobs } from './serve-jobs.ts';
import { serveNotices } from './serve-notices.ts';
import { serveOwn } from './serve-own.ts';
import { serveNeeds } from './serve-needs.ts';
import { servePast } from './serve-past.ts';
import { serveWindows } from './serve-windows.ts';

export interface SocketData {
	actor: Actor;
	/** A wallboard without an account: it is told its own numbers and nothing else. */
	kiosk?: Kiosk;
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

const kioskOf = (auth: Record<string, unknown>) => openKiosk(runtime().ctx, auth.token);
const isKiosk = (auth: Record<string, unknown>): boolean => auth.token !== undefined;
const roomOfKiosk = (id: string): string => `kiosk:${id}`;

async function dropRevoked(hub: Hub): Promise<void> {
	for (const socket of hub.sockets.sockets.values()) {
		if (socket.data.kiosk) {
			if (!(await kioskOf(socket.handshake.auth))) socket.disconnect(true);
			continue;
		}
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
			// A link is all its reader is, whoever else this browser is signed in as.
			if (isKiosk(socket.handshake.auth)) {
				const kiosk = await kioskOf(socket.handshake.auth);
				if (!kiosk) return next(new Error('This kiosk link is unknown or revoked.'));
				socket.data.kiosk = kiosk;
				socket.data.actor = { id: `kiosk:${kiosk.id}`, role: 'key', agentId: null, rights: [] };
				await socket.join(roomOfKiosk(kiosk.id));
				return next();
			}
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
		serveWindows(hub),
		serveBoard(hub),
		serveJobs(hub),
		serveAlerts(hub),
		serveOwn(hub),
		serveNotices(hub),
		serveNeeds(hub),
		serveCommands(hub),
		servePast(hub),
		runtime().kiosks.listen((id) => hub.in(roomOfKiosk(id)).disconnectSockets(true))
	];
	const checking = setInterval(() => void dropRevoked(hub), RECHECK_MS);
	return async () => {
		clearInterval(checking);
		for (const stop of stops) stop();
		await hub.close();
	};
}
