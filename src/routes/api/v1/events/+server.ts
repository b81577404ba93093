import type { IngestAnswer } from '#lib/contracts/events.ts';
import { readBatch, UnreadableBatch } from '#lib/server/ingest/index.ts';
import { meters } from '#lib/server/meters.ts';
import { BodyTooLarge, readBody } from '#lib/server/read-body.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const MAX_BYTES = 32_000_000;

export const POST: RequestHandler = async ({ request, locals }) => {
	try {
		const { events, rejected } = await readBatch(await readBody(request, MAX_BYTES));
		meters.events.inc({ outcome: 'rejected' }, rejected.length);
		const counts = await runtime().centre.ingest.accept(locals.actor!, events);
		return Response.json({ ...counts, rejected } satisfies IngestAnswer, { status: 202 });
	} catch (error) {
		if (error instanceof UnreadableBatch) return Response.json({ error: error.message }, { status: 400 });
		if (error instanceof BodyTooLarge) return Response.json({ error: error.message }, { status: 413 });
		return refusal(error, 'The events could not be stored and none was acknowledged: send them again.');
	}
};
