import { z } from 'zod';
import { PAST_SPEEDS, type PastSpeed, type Refused } from '#lib/contracts/live.ts';
import { can } from '../access/index.ts';
import { log } from '../log.ts';
import { PastPlayer, readPastDay, readPastQueue } from '../past/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';
import { backlogBytes } from './backlog-bytes.ts';

/** A reader who has as much as this still to read gets no tick until then. */
const MAX_BACKLOG_BYTES = 1_000_000;
const speed = z.literal([...PAST_SPEEDS]);
const instant = z.number().int().min(-8.64e15).max(8.64e15);
const moment = z.object({ atMs: instant, speed });

function refused(error: unknown, otherwise: string): Refused {
	const { status, message } = error as { status?: unknown; message?: string };
	if (typeof status === 'number' && status >= 400 && status < 500)
		return { ok: false, error: message ?? otherwise };
	log.error({ err: error }, otherwise);
	return { ok: false, error: otherwise };
}

/** Moments of the kept log, to those who may see the floor: each socket goes its own way through them. */
export function servePast(hub: Hub): () => void {
	const { ctx, centre, past } = runtime();
	const players = new Set<PastPlayer>();
	hub.on('connection', (socket) => {
		let player: PastPlayer | null = null;
		const own = (): PastPlayer => {
			player ??= new PastPlayer(
				past,
				ctx.now,
				{
					delta: (delta) => void socket.emit('past:delta', delta),
					snapshot: (snapshot) => void socket.emit('past:snapshot', snapshot),
					ended(reason, error) {
						if (reason === 'failed') log.error({ err: error }, 'playing a past floor failed');
						socket.emit('past:ended', reason);
					},
					isReady: () => backlogBytes(socket) <= MAX_BACKLOG_BYTES
				},
				socket.data.actor.scope
			);
			players.add(player);
			return player;
		};
		const mayView = (): boolean => can(socket.data.actor, 'live.view');
		const right: Refused = { ok: false, error: 'Looking at a past floor needs the right "live.view".' };

		socket.on('past:open', async (wanted, reply) => {
			if (typeof reply !== 'function') return;
			if (!mayView()) return reply(right);
			const parsed = moment.safeParse(wanted);
			if (!parsed.success)
				return reply({ ok: false, error: 'Travelling to a moment: give atMs in milliseconds and a speed.' });
			try {
				await centre.project();
				const snapshot = await own().open(parsed.data.atMs);
				reply({ ok: true, snapshot });
				if (!socket.connected) return void leave();
				await own().play(parsed.data.speed as PastSpeed);
			} catch (error) {
				reply(refused(error, 'The past floor could not be read.'));
			}
		});
		socket.on('past:play', (wanted) => {
			const parsed = speed.safeParse(wanted);
			if (parsed.success && mayView()) void player?.play(parsed.data as PastSpeed);
		});
		socket.on('past:queue', (id, reply) => {
			if (typeof reply !== 'function') return;
			if (!mayView()) return reply(right);
			const floor = player?.floor;
			const queue = floor && typeof id === 'string' ? readPastQueue(floor, socket.data.actor, id) : null;
			reply(
				queue ? { ok: true, queue } : { ok: false, error: 'There is no such queue, or no moment is open.' }
			);
		});
		socket.on('past:day', async (atMs, reply) => {
			if (typeof reply !== 'function') return;
			const parsed = instant.safeParse(atMs);
			if (!parsed.success)
				return reply({ ok: false, error: 'Reading a day: give an instant in milliseconds.' });
			try {
				const { timeZone } = centre.state.config.site;
				reply({ ok: true, day: await readPastDay(ctx, socket.data.actor, parsed.data, timeZone) });
			} catch (error) {
				reply(refused(error, 'The day could not be read.'));
			}
		});
		function leave(): void {
			if (!player) return;
			players.delete(player);
			void player.close();
			player = null;
		}
		socket.on('past:close', leave);
		socket.on('disconnect', leave);
	});
	return () => {
		for (const player of players) void player.close();
	};
}
