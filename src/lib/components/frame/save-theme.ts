import { THEME_COOKIE, type Theme } from './theme.ts';

/** Puts a theme on the page at once and remembers it for the server's next rendering. */
export function saveTheme(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
	document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`;
}
