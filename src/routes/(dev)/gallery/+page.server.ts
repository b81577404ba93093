import { error } from '@sveltejs/kit';
import { dev } from '$app/env';
import type { PageServerLoad } from './$types';

/** The style guide is for those who build; it is no page of the product. */
export const load: PageServerLoad = () => {
	if (!dev) error(404);
};
