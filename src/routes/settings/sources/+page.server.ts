import { floorLoad } from '#lib/server/floor-load.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	floor: await floorLoad(locals.actor, url)
});
