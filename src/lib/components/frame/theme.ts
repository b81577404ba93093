export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** The server hook writes this cookie's theme into %theme% of app.html, so that the first paint is right. */
export const THEME_COOKIE = 'marea_theme';

/** The theme a cookie asks for; anything else follows the system. */
export function readTheme(cookie: string | undefined): Theme {
	return THEMES.find((theme) => theme === cookie) ?? 'system';
}
