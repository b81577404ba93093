import { redirect } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { floorLoad } from '#lib/server/floor-load.ts';
import { windowsLoad } from '#lib/server/windows-load.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	// An agent's first page is their own.
	if (!can(locals.actor, 'live.view') && can(locals.actor, 'schedule.own')) redirect(303, '/me');
	return {
		floor: await floorLoad(locals.actor, url),
		windows: windowsLoad(locals.actor, url.searchParams.get('window'))
	};
};
