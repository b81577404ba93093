import { error } from '@sveltejs/kit';
import { can } from '#lib/server/access/index.ts';
import { compareRosters, listRosters } from '#lib/server/rosters/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = locals.actor!;
	const { ctx } = runtime();
	const rosters = (await listRosters(ctx, actor)).map(
		({ id, name, status, fromAt, toAt, timeZone, basedOn }) => ({
			...{ id, name, status, fromAt, toAt, timeZone, basedOn }
		})
	);
	const b = url.searchParams.get('b') ?? '';
	// A roster that was made from another is held against it unless another is asked for.
	const a = url.searchParams.get('a') ?? rosters.find(({ id }) => id === b)?.basedOn ?? '';
	const comparison = a === '' || b === '' ? null : await compareRosters(ctx, actor, { a, b });
	if (a !== '' && b !== '' && !comparison) error(404, `There is no roster "${a}" or "${b}".`);
	return { rosters, a, b, comparison, mayCompute: can(actor, 'roster.compute') };
};
