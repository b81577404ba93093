import type { IncomingHttpHeaders, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#lib/contracts/live.ts';
import { actorOf, listenSessionEnds, sessionOf } from '../access/index.ts';
import type { Actor } from '../context.ts';
import { openKiosk, type Kiosk } from '../kiosks/index.ts';
import { log } from '../log.ts';
import { meters } from '../meters.ts';
import { runtime } from '../runtime.ts';
import { dropRevoked } from './drop-revoked.ts';
import { connectLimit, guardSockets } from './guard-sockets.ts';
import { renewScopes } from './renew-scopes.ts';
import { serveAlerts } from './serve-alerts.ts';
import { serveBalance } from './serve-balance.ts';
import { serveBoard } from './serve-board.ts';
import { serveCommands } from './serve-commands.ts';
import { serveFloor } from './serve-floor.ts';
import { serveJobs } from './serve-jobs.ts';
import { serveNotices } from './serve-notices.ts';
import { serveOwn } from './serve-own.ts';
import { serveNeeds } from './serve-needs.ts';
import { servePast } from './serve-past.ts';
import { serveRosters } from './serve-rosters.ts';
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

/** As the pages see it: what a declared proxy added last, else the other end of the line. */
function addressOf(headers: IncomingHttpHeaders, remoteAddress: string | undefined): string {
	const forwarded = process.env.MAREA_TRUST_PROXY === '1' ? headers['x-forwarded-for'] : undefined;
	return (
		String(forwarded ?? '')
			.split(',')
			.at(-1)!
			.trim() ||
		(remoteAddress ?? '')
	);
}

/** A session that has ended, or may do something else now, loses its socket within this. */
const RECHECK_MS = 20_000;
/** What a part of the centre is made of is looked up this often for those who watch it. */
const RENEW_MS = 5_000;
const COUNT_MS = 1_000;

const userOf = (cookie: string | undefined) =>
	sessionOf(runtime().ctx, new Headers(cookie ? { cookie } : {}));

const kioskOf = (auth: Record<string, unknown>) => openKiosk(runtime().ctx, auth.token);
const isKiosk = (auth: Record<string, unknown>): boolean => auth.token !== undefined;
const roomOfSession = (id: string): string => `session:${id}`;
const roomOfKiosk = (id: string): string => `kiosk:${id}`;

/** Goes on with something for as long as the hub is there; a failure is logged, and the next time tries again. */
const every = (ms: number, work: () => Promise<void>, failure: string): NodeJS.Timeout =>
	setInterval(() => void work().catch((error: unknown) => log.error({ err: error }, failure)), ms);

/** Puts the realtime hub on an http server; returns how to take it off. */
export function attachRealtime(server: HttpServer): () => Promise<void> {
	const mayConnect = connectLimit();
	const hub: Hub = new Server(server, {
		serveClient: false,
		maxHttpBufferSize: 100_000,
		/** Who has opened a connection says who it is, or goes. */
		connectTimeout: 10_000,
		// In development the same server carries Vite's own socket.
		destroyUpgrade: process.env.NODE_ENV === 'production',
		allowRequest: (request, answer) => {
			const { headers, socket } = request;
			// A poll of a connection that is there already is none of the new ones that are counted.
			const isNew = !/[?&]sid=/.test(request.url ?? '');
			answer(
				null,
				isSameOrigin(headers.origin, headers.host) &&
					(!isNew || mayConnect(addressOf(headers, socket.remoteAddress)))
			);
		}
	});
	// Each part of the product listens for connections: more than the ten at which Node suspects a leak.
	hub.sockets.setMaxListeners(30);
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
			if (user.sessionId) await socket.join(roomOfSession(user.sessionId));
			next();
		} catch (error) {
			next(error as Error);
		}
	});
	guardSockets(hub);
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
		serveBalance(hub),
		servePast(hub),
		serveRosters(hub),
		listenSessionEnds((ids) => {
			for (const id of ids) hub.in(roomOfSession(id)).disconnectSockets(true);
		}),
		runtime().kiosks.listen((id) => hub.in(roomOfKiosk(id)).disconnectSockets(true))
	];
	const countSockets = setInterval(() => meters.sockets.set(hub.engine.clientsCount), COUNT_MS);
	const { ctx } = runtime();
	const checking = every(RECHECK_MS, () => dropRevoked(ctx, hub), 'looking for ended sessions failed');
	const renewing = every(RENEW_MS, () => renewScopes(ctx, hub), 'reading the parts of the centre failed');
	return async () => {
		clearInterval(checking);
		clearInterval(renewing);
		clearInterval(countSockets);
		// The transport ends, which a browser takes as a reason to come back, after a pause of its own choice.
		hub.emit('server:restarts');
		for (const stop of stops) stop();
		await hub.close();
	};
}
