import { readTheme } from '#lib/components/frame/theme.ts';
import { rememberLanguage } from '#lib/server/notices/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { listViews } from '#lib/server/views/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
	depends('marea:views');
	const { user } = locals;
	await rememberLanguage(runtime().ctx, locals.actor ?? null, locals.locale);
	return {
		user: user && { name: user.name, email: user.email, role: user.role, rights: user.rights },
		site: locals.site ?? null,
		views: await listViews(runtime().ctx, locals.actor ?? null),
		demo: locals.demo ?? false,
		theme: readTheme(locals.theme)
	};
};
