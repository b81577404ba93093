import { actorOf, sessionOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { openKiosk } from '../kiosks/index.ts';
import type { Hub } from './attach-realtime.ts';

/** Cuts the lines of sessions and kiosk links that have ended, or whose account may do or see something else by now. */
export async function dropRevoked(ctx: Context, hub: Hub): Promise<void> {
	for (const socket of hub.sockets.sockets.values()) {
		const { auth, headers } = socket.handshake;
		if (socket.data.kiosk) {
			if (!(await openKiosk(ctx, auth.token))) socket.disconnect(true);
			continue;
		}
		const user = await sessionOf(ctx, new Headers(headers.cookie ? { cookie: headers.cookie } : {}));
		if (!user || !isAs(actorOf(user), socket.data.actor)) socket.disconnect(true);
	}
}

/** Of a part of the centre only its name counts: who and what is in it is renewed on the open line. */
const isAs = (now: Actor, before: Actor): boolean =>
	now.role === before.role &&
	now.agentId === before.agentId &&
	now.scope?.key === before.scope?.key &&
	now.rights.join() === before.rights.join();
