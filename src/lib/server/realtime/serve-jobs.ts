import { z } from 'zod';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

/** A job's progress to whoever started it or may see its kind. */
export function serveJobs(hub: Hub): () => void {
	const { jobs } = runtime();
	hub.on('connection', (socket) => {
		socket.on('job:watch', async (id, reply) => {
			if (typeof reply !== 'function') return;
			const parsed = z.string().max(64).safeParse(id);
			const job = parsed.success ? await jobs.find(socket.data.actor, parsed.data) : null;
			if (!job) return reply({ ok: false, error: 'There is no such job, or it is not yours to see.' });
			await socket.join(`job:${job.id}`);
			reply({ ok: true, job });
		});
	});
	return jobs.listen((job) => hub.to(`job:${job.id}`).emit('job:update', job));
}
