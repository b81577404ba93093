import type { Theme } from '#lib/components/frame/theme.ts';
import type { SessionUser } from '#lib/server/access/index.ts';
import type { Actor } from '#lib/server/context.ts';

declare global {
	namespace App {
		interface Locals {
			user: SessionUser | null;
			/** Who acts: the signed-in user, or on the API the key. */
			actor: Actor | null;
			site: { name: string; timeZone: string } | null;
			demo: boolean;
			theme: Theme;
			locale: 'en' | 'es';
		}
	}
}

export {};
