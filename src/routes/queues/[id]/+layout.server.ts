import { floorLoad } from '#lib/server/floor-load.ts';
import { windowsLoad } from '#lib/server/windows-load.ts';
import type { LayoutServerLoad } from './$types';

/** Apart from the page's own numbers, which are read again every few seconds. */
export const load: LayoutServerLoad = async ({ locals, url }) => ({
	floor: await floorLoad(locals.actor, url),
	windows: windowsLoad(locals.actor, url.searchParams.get('window'))
});
