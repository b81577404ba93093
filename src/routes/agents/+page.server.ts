import { readTerms } from '#lib/server/adherence/index.ts';
import { floorLoad } from '#lib/server/floor-load.ts';
import { listScheduled } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

const DAY_MS = 86_400_000;

export const load: PageServerLoad = async ({ locals, url }) => {
	const floor = await floorLoad(locals.actor, url);
	const { ctx } = runtime();
	const { wallMs, offsetMs } = floor.snapshot.clock;
	const nowMs = wallMs + offsetMs;
	return {
		floor,
		schedule: await listScheduled(ctx, locals.actor!, { fromMs: nowMs - DAY_MS, toMs: nowMs + DAY_MS }),
		terms: await readTerms(ctx)
	};
};
