import { readTheme } from '#lib/components/frame/theme.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { user } = locals;
	return {
		user: user && { name: user.name, email: user.email, role: user.role, rights: user.rights },
		site: locals.site ?? null,
		demo: locals.demo ?? false,
		theme: readTheme(locals.theme)
	};
};
